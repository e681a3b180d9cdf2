package org.understudy.swap.monitor;

import org.understudy.monitor.ProcessSample;

/** Where the figures of the process come from. Asked by one thread, about as often as the monitor ticks. */
public interface ProcessSignals extends AutoCloseable {
    /** The process now; rates are those since the last time. */
    ProcessSample sample();

    /** Lets go of what it listens to. */
    @Override
    void close();
}
