package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A series of values of the same kind, one a block, in the order of time: its mean, and how far the mean of so many blocks
 * strays from it. Immutable.
 *
 * <p>Neighbouring blocks are alike (a core is taken away for a second, a collection goes on), so the variance of a mean is
 * more than the variance of a block over their number. It is told from the series itself, by the means of batches of 1, 2,
 * 4, 8 ... blocks, as many as there are at least six of. For the mean of n blocks that batch of at most n counts which says
 * most; beyond the largest batch, the variance falls as that of independent batches would.
 */
final class Series {
    private static final int LEAST_BATCHES = 6;

    private final int length;
    private final double mean;
    private final List<Double> variances;

    private Series(int length, double mean, List<Double> variances) {
        this.length = length;
        this.mean = mean;
        this.variances = variances;
    }

    /**
     * Of these values.
     *
     * @param least the least standard deviation of one block that is believed
     */
    static Series of(double[] values, double least) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = values.length == 0 ? Double.NaN : sum / values.length;
        List<Double> variances = new ArrayList<>();
        double largest = least * least;
        for (int batch = 1; batch == 1 || values.length / batch >= LEAST_BATCHES; batch *= 2) {
            largest = Math.max(largest, batch * varianceOfMeans(values, batch));
            variances.add(largest);
        }
        return new Series(values.length, mean, List.copyOf(variances));
    }

    int length() {
        return length;
    }

    double mean() {
        return mean;
    }

    /** The variance of one block. */
    double variance() {
        return variances.get(0);
    }

    /** The variance of the mean of so many blocks; at least 1. */
    double varianceOfMean(int blocks) {
        int log = 31 - Integer.numberOfLeadingZeros(blocks);
        return variances.get(Math.min(log, variances.size() - 1)) / blocks;
    }

    private static double varianceOfMeans(double[] values, int batch) {
        int batches = values.length / batch;
        if (batches < 2) {
            return 0;
        }
        int skipped = values.length - batches * batch; // the oldest
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < batches; b++) {
            double mean = 0;
            for (int i = 0; i < batch; i++) {
                mean += values[skipped + b * batch + i] / batch;
            }
            sum += mean;
            squares += mean * mean;
        }
        return Math.max(0, (squares - sum * sum / batches) / (batches - 1));
    }
}
