package org.understudy.swap.engine;

import org.understudy.monitor.ProcessSample;
import org.understudy.swap.monitor.ProcessSignals;

/** A process of which nothing is known. */
final class FakeProcess implements ProcessSignals {
    @Override
    public ProcessSample sample() {
        return ProcessSample.UNKNOWN;
    }

    @Override
    public void close() {}
}
