package org.understudy.swap.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ErrorCountTest {
    private static final double RATE = 0.05;

    private static ErrorCount count(long callsBefore, long errorsBefore, double cluster) {
        return new ErrorCount(
                "errors", "failed", 0.0001, 0.05, RATE, new ErrorCount.Before(callsBefore, errorsBefore, cluster));
    }

    private static int errors(Random random, int calls, double share) {
        return (int) LongStream.range(0, calls)
                .filter(i -> random.nextDouble() < share)
                .count();
    }

    /**
     * With a threshold that does not fall with the number of errors, each look has the whole rate, and a fifth of the runs
     * fail.
     */
    @Test
    void lookingAfterEachSpanRaisesNoMoreFalseAlarmsThanConfigured() {
        Random random = new Random(11);
        int runs = 500;
        int failed = 0;
        for (int run = 0; run < runs; run++) {
            double share = 0.02;
            ErrorCount count = count(3000, errors(random, 3000, share), 1);
            for (int span = 1; span <= 150 && !count.failed(); span++) {
                count.observe(span * 20L, errors(random, 20, share));
            }
            failed += count.failed() ? 1 : 0;
        }

        assertTrue(failed <= runs * RATE, failed + " of " + runs);
    }

    @Test
    void aBurstInOneSpanIsNotEnough() {
        ErrorCount count = count(10_000, 0, 1);

        count.observe(20, 20);
        assertEquals(Outcome.OPEN, count.finding().outcome());

        count.observe(40, 20);
        assertEquals(Outcome.FAIL, count.finding().outcome());
    }

    @Test
    void whereErrorsAlwaysCameInClustersTheyCountAsClusters() {
        assertEquals(Outcome.FAIL, after(count(10_000, 50, 1)));
        assertEquals(Outcome.OPEN, after(count(10_000, 50, 20)));
    }

    private static Outcome after(ErrorCount count) {
        count.observe(500, 10);
        count.observe(1000, 10);
        return count.finding().outcome();
    }

    @Test
    void theFindingHasTheExactInterval() {
        ErrorCount count = count(10_000, 0, 1);
        count.observe(100, 5);

        Finding finding = count.finding();

        // Clopper and Pearson for 5 of 100
        assertEquals(0.0164, finding.low(), 0.0001);
        assertEquals(0.1128, finding.high(), 0.0001);
    }
}
