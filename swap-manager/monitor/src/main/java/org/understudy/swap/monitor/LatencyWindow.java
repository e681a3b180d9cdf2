package org.understudy.swap.monitor;

import org.HdrHistogram.Histogram;
import org.understudy.monitor.LatencySummary;

/** The latencies of the last half to whole minute. For one thread. */
final class LatencyWindow {
    private static final int DIGITS = 2;
    private static final long HALF_NANOS = 30_000_000_000L;

    private Histogram before = new Histogram(DIGITS);
    private Histogram now = new Histogram(DIGITS);
    private long turnedNanos;
    private long timedBefore;
    private long timedNow;
    private LatencySummary summary = LatencySummary.NONE;
    private boolean fresh = true;

    LatencyWindow(long nanos) {
        turnedNanos = nanos;
    }

    /**
     * Adds latencies.
     *
     * @param each how many calls each of them stands for
     */
    void add(long[] latencies, long each, long nanos) {
        if (nanos - turnedNanos >= HALF_NANOS) {
            Histogram empty = before;
            empty.reset();
            before = now;
            now = empty;
            timedBefore = timedNow;
            timedNow = 0;
            turnedNanos = nanos;
            fresh = false;
        }
        for (long latency : latencies) {
            now.recordValueWithCount(latency, each);
        }
        timedNow += latencies.length;
        fresh &= latencies.length == 0;
    }

    LatencySummary summary() {
        if (!fresh) {
            summary = sum();
            fresh = true;
        }
        return summary;
    }

    private LatencySummary sum() {
        long timed = timedBefore + timedNow;
        if (timed == 0) {
            return LatencySummary.NONE;
        }
        Histogram both = now.copy();
        both.add(before);
        return new LatencySummary(
                timed, millis(both, 50), millis(both, 95), millis(both, 99), both.getMaxValue() / 1e6);
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
