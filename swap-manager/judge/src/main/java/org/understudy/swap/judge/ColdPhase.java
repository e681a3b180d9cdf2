package org.understudy.swap.judge;

import java.util.Arrays;
import java.util.List;

/**
 * How much slower than later a generation was while it was fresh, by age: logarithms of ratios, NaN where it was not
 * called. Immutable.
 */
final class ColdPhase {
    /** What is older than this is not fresh. */
    static final long LONGEST_NANOS = 32_000_000_000L;

    private static final double[] EDGES_SECONDS = {0.3, 0.6, 1, 2, 4, 8, 16, 32};

    private final double[] excess;

    private ColdPhase(double[] excess) {
        this.excess = excess;
    }

    /** Of a generation with these blocks that later was at this level. */
    static ColdPhase of(List<Block> blocks, double settled) {
        double[] sums = new double[EDGES_SECONDS.length];
        int[] counts = new int[EDGES_SECONDS.length];
        for (Block block : blocks) {
            int bin = bin(block.ageNanos());
            if (bin < sums.length) {
                sums[bin] += block.level() - (Double.isNaN(block.weather()) ? 0 : block.weather()) - settled;
                counts[bin]++;
            }
        }
        double[] excess = new double[sums.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        return new ColdPhase(excess);
    }

    /** The excess at an age; NaN where it is not known. */
    double at(long ageNanos) {
        int bin = bin(ageNanos);
        return bin < excess.length ? excess[bin] : Double.NaN;
    }

    private static int bin(long ageNanos) {
        int found = Arrays.binarySearch(EDGES_SECONDS, ageNanos / 1e9);
        return found >= 0 ? found : -found - 1;
    }
}
