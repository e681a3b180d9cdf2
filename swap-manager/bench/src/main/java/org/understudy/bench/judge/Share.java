package org.understudy.bench.judge;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of how many, with the exact 95 % interval of Clopper and Pearson.
 *
 * @param hits how many
 * @param of of how many; at least 1
 */
record Share(long hits, long of) {
    private static final double TAIL = 0.025;

    double value() {
        return (double) hits / of;
    }

    double low() {
        return hits == 0 ? 0 : BetaDistribution.of(hits, of - hits + 1.0).inverseCumulativeProbability(TAIL);
    }

    double high() {
        return hits == of ? 1 : BetaDistribution.of(hits + 1.0, of - hits).inverseCumulativeProbability(1 - TAIL);
    }
}
