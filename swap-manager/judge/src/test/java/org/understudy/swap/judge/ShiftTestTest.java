package org.understudy.swap.judge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftTestTest {
    private static final int RUNS = 500;
    private static final double RATE = 0.02;

    private static double[] wandering(Random random, int length, double memory) {
        double[] values = new double[length];
        double level = 0;
        for (int i = 0; i < length; i++) {
            level = memory * level + Math.sqrt(1 - memory * memory) * random.nextGaussian();
            values[i] = level;
        }
        return values;
    }

    private static double failing(double memory, double shift) {
        Random random = new Random(3);
        int failed = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] values = wandering(random, 600, memory);
            Series baseline = Series.of(java.util.Arrays.copyOf(values, 300), 0.05);
            ShiftTest test = new ShiftTest(baseline, 0.5, new long[] {0, 20, 100}, 4);
            for (int i = 300; i < 600; i++) {
                test.add(i - 300, values[i] + shift, 0);
            }
            failed += test.p() <= RATE ? 1 : 0;
        }
        return (double) failed / RUNS;
    }

    @Test
    void lookingAfterEachBlockRaisesNoMoreFalseAlarmsThanSaid() {
        assertTrue(failing(0, 0) <= RATE, "independent blocks: " + failing(0, 0));
    }

    /** With batches of one block only, as if blocks were independent, two fifths of the runs fail. */
    @Test
    void neighbouringBlocksThatAreAlikeRaiseHardlyMore() {
        assertTrue(failing(0.7, 0) <= 2 * RATE, "autocorrelated blocks: " + failing(0.7, 0));
    }

    @Test
    void aShiftIsFound() {
        assertTrue(failing(0.7, 1.5) >= 0.95);
    }
}
