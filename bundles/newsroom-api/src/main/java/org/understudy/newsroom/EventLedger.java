package org.understudy.newsroom;

import org.osgi.annotation.versioning.ProviderType;

/** Where an event handler writes down each event that it has handled, so that a checker can compare. */
@ProviderType
public interface EventLedger {
    /**
     * Counts one event that this version has handled. Called on the thread that delivered the event.
     *
     * @param sequence the event's property {@code sequence}
     */
    void handled(String resource, String version, long sequence);
}
