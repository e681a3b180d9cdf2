package org.understudy.swap.judge;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a series of blocks lies higher than the baseline's, by more than is allowed: a sequential test that may be
 * looked at after each block. Not thread-safe.
 *
 * <p>It is the mixture sequential probability ratio test (Robbins; Johari, Pekelis and Walsh): the likelihood of the mean
 * excess under a half-normal mixture of true excesses, over that under none. That ratio is a martingale with mean 1 where
 * nothing has changed, so it ever exceeds 1/p with a probability of at most p. The baseline's mean is not known exactly
 * either: its variance is part of both likelihoods.
 *
 * <p>A version may become slow late, so the same test begins anew at growing ages; the mean of all these ratios is a
 * martingale too, whatever their weights: the first two have half of them. Those that have not begun count as 1.
 */
final class ShiftTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int EARLY = 2;
    private static final double Z95 = 1.96;
    private static final double STABLE = 6;

    private final Series baseline;
    private final double mixture;
    private final long[] startNanos;
    private final int least;
    private final double[] sums;
    private final double[] squares;
    private final int[] counts;
    private double best = 1;
    private double total;
    private double allowances;
    private int blocks;
    private int run;

    /**
     * Begins.
     *
     * @param baseline with what is compared
     * @param mixture the size of excess that matters
     * @param startNanos the ages at which a test begins; ascending, the first 0
     * @param least how many blocks it takes, and how many of the last must all lie above, to believe an excess
     */
    ShiftTest(Series baseline, double mixture, long[] startNanos, int least) {
        this.baseline = baseline;
        this.mixture = mixture;
        this.startNanos = startNanos.clone();
        this.least = least;
        sums = new double[startNanos.length];
        squares = new double[startNanos.length];
        counts = new int[startNanos.length];
    }

    /** The next block has this value; so much more than the baseline's mean is allowed at its age. */
    void add(long ageNanos, double value, double allowance) {
        double excess = value - baseline.mean() - allowance;
        blocks++;
        total += value;
        allowances += allowance;
        run = excess > 0 ? run + 1 : 0;
        double ratio = 0;
        for (int i = 0; i < startNanos.length; i++) {
            if (ageNanos >= startNanos[i]) {
                counts[i]++;
                sums[i] += excess;
                squares[i] += excess * excess;
            }
            ratio += weight(i) * Math.exp(logRatio(i));
        }
        if (run >= least) {
            best = Math.max(best, ratio);
        }
    }

    /** The chance of an excess such as was seen at any time, if there is none; valid whenever one looks. */
    double p() {
        return Math.min(1, 1 / best);
    }

    int blocks() {
        return blocks;
    }

    /** The mean of the blocks. */
    double mean() {
        return total / blocks;
    }

    /** How much the mean of the blocks exceeds the baseline's. */
    double shift() {
        return mean() - baseline.mean();
    }

    /** How much of that was allowed, on average. */
    double allowance() {
        return blocks == 0 ? Double.NaN : allowances / blocks;
    }

    /** Half the width of the 95 % interval of the shift, at this one look. */
    double margin() {
        return Z95 * Math.sqrt(variance(0));
    }

    private double weight(int i) {
        if (startNanos.length <= EARLY) {
            return 1.0 / startNanos.length;
        }
        return i < EARLY ? 0.5 / EARLY : 0.5 / (startNanos.length - EARLY);
    }

    private double variance(int i) {
        double own = counts[i] < STABLE ? 0 : (squares[i] - sums[i] * sums[i] / counts[i]) / (counts[i] - 1);
        return Math.max(own / counts[i], baseline.varianceOfMean(counts[i]))
                + baseline.varianceOfMean(baseline.length());
    }

    /** Of the test that began at one age. Likelihoods of the mean under N(0, v + mixture^2), its upper half, over N(0, v). */
    private double logRatio(int i) {
        if (counts[i] == 0) {
            return 0;
        }
        double mean = sums[i] / counts[i];
        double v = variance(i);
        double wide = v + mixture * mixture;
        double half = NORMAL.cumulativeProbability(mean * mixture / Math.sqrt(v * wide));
        return 0.5 * Math.log(v / wide) + mean * mean * (1 / v - 1 / wide) / 2 + Math.log(Math.max(2 * half, 1e-300));
    }
}
