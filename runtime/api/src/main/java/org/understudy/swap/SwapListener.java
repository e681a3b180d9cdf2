package org.understudy.swap;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told of everything that happens to resources; register it as a service.
 *
 * <p>Called on the thread that does the work, in the order of what happens to one resource, outside every lock that a
 * call needs. A slow listener slows the swap down, not the callers. What it throws is logged and changes nothing.
 */
@ConsumerType
@FunctionalInterface
public interface SwapListener {
    /** Takes note of an event. */
    void on(SwapEvent event);
}
