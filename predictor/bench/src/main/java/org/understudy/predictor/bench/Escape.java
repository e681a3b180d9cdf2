package org.understudy.predictor.bench;

/** How much of the probability a context leaves to the shorter one. */
enum Escape {
    /** As much as it had different items: u / (n + u), the rest by n. */
    WITTEN_BELL {
        @Override
        double share(int count, int total, int different) {
            return (double) count / (total + different);
        }
    },
    /** Half a count of each item goes to what is new: (2c - 1) / 2n, and u / 2n (PPM-D). */
    METHOD_D {
        @Override
        double share(int count, int total, int different) {
            return (2.0 * count - 1) / (2.0 * total);
        }
    };

    /** The share of an item that was counted so often. */
    abstract double share(int count, int total, int different);
}
