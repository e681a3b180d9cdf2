package org.understudy.swap.monitor;

import org.understudy.monitor.HostSample;

/** Where the figures of the host come from. */
@FunctionalInterface
public interface HostSignals {
    /** Tells nothing. */
    HostSignals NONE = () -> HostSample.UNKNOWN;

    /** The host now. */
    HostSample sample();
}
