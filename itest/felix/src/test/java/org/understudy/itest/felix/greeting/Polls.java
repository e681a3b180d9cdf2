package org.understudy.itest.felix.greeting;

/** Keeps book of what works in the background. */
public interface Polls {
    /** A poller of this version begins. */
    void begins(String version);

    /** It has polled. */
    void polled(String version);

    /** It polls no more. */
    void ends(String version);
}
