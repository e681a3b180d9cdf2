package org.understudy.swap.judge;

/**
 * A series of values of the same kind, one a block, in the order of time: its mean, and how far the mean of such a series
 * strays. Immutable.
 *
 * <p>Neighbouring blocks are alike (a core is taken away for a second, a collection goes on), so the variance of a mean is
 * more than the variance of a block over their number. It is told from the means of batches of 1, 2, 4, 8 ... blocks, as
 * many as there are at least six of: the largest counts.
 */
final class Series {
    private static final int LEAST_BATCHES = 6;

    private final int length;
    private final double mean;
    private final double variance;

    private Series(int length, double mean, double variance) {
        this.length = length;
        this.mean = mean;
        this.variance = variance;
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
        double variance = least * least;
        for (int batch = 1; values.length / batch >= LEAST_BATCHES; batch *= 2) {
            variance = Math.max(variance, batch * varianceOfMeans(values, batch));
        }
        return new Series(values.length, mean, variance);
    }

    int length() {
        return length;
    }

    double mean() {
        return mean;
    }

    /** The variance of the mean of a long series, times its length. */
    double variance() {
        return variance;
    }

    private static double varianceOfMeans(double[] values, int batch) {
        int batches = values.length / batch;
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
