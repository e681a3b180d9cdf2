package org.understudy.swap.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.understudy.monitor.LatencySummary;

class LatencyWindowTest {
    private static final long SECOND = 1_000_000_000;

    private final LatencyWindow window = new LatencyWindow(0);

    @Test
    void percentilesAreThoseOfWhatWasPutIn() {
        window.add(
                LongStream.rangeClosed(1, 1000)
                        .map(millis -> millis * 1_000_000)
                        .toArray(),
                1,
                SECOND);

        LatencySummary summary = window.summary();

        assertEquals(1000, summary.timed());
        assertEquals(500, summary.p50(), 5);
        assertEquals(950, summary.p95(), 10);
        assertEquals(990, summary.p99(), 10);
        assertEquals(1000, summary.max(), 10);
    }

    /** Fails if each timed call weighs the same: a busy second, of which few are timed, would hardly count. */
    @Test
    void aTimedCallWeighsAsManyAsItStandsFor() {
        window.add(new long[] {1_000_000}, 99, SECOND);
        window.add(new long[] {9_000_000}, 1, SECOND);

        assertEquals(1, window.summary().p95(), 0.1);
    }

    @Test
    void whatIsOlderThanAMinuteIsForgotten() {
        window.add(new long[] {9_000_000}, 1, SECOND);
        window.add(new long[] {1_000_000}, 1, 40 * SECOND);
        LatencySummary soon = window.summary();
        window.add(new long[] {1_000_000}, 1, 80 * SECOND);

        assertEquals(9, soon.max(), 0.1);
        assertEquals(1, window.summary().max(), 0.1);
        assertEquals(2, window.summary().timed());
    }
}
