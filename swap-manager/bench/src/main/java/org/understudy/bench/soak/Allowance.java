package org.understudy.bench.soak;

/**
 * How much a figure may grow over a whole run and still be level.
 *
 * <p>The share alone would condemn small counts (11 threads after 10), the absolute part alone would let a big figure
 * creep; so a figure may grow by both together.
 *
 * @param share of the early value, 0.1 is ten percent
 * @param absolute in the unit of the figure
 */
record Allowance(double share, double absolute) {

    Allowance {
        if (!(share >= 0) || !(absolute >= 0)) {
            throw new IllegalArgumentException("an allowance is not negative: " + share + ", " + absolute);
        }
    }

    /** The highest late value that is still level after {@code early}. */
    double limit(double early) {
        return early * (1 + share) + absolute;
    }
}
