package org.understudy.swap.judge;

import java.util.List;

/**
 * How much slower a generation may be at which age. Nothing of a fresh one is compiled, so at first it is slower, and no
 * worse for it.
 *
 * <p>Recorded fresh versions that were the same as the one before took up to three times as long for a moment, and then up
 * to a third longer for ten seconds, now and then. The latter is what the allowed ratio is for, at any age. For the former,
 * twice that is allowed at the flip, falling to it within a second or two. Where earlier versions of the resource were
 * slower when they were fresh, their mean excess at that age and twice its standard deviation are allowed instead, until
 * the warming time is over.
 *
 * <p>A regression cannot hide here, for three reasons: from the second second on, twice as slow is far more than is allowed
 * by itself; the history is that of versions which were found good, and the ceiling holds whatever it says; after the
 * warming time only the allowed ratio is left.
 */
final class Warming {
    private static final double AT_ONCE = 1;
    private static final double AT_ONCE_NANOS = 0.35e9;
    private static final int LEAST_HISTORY = 2;

    private final Criteria criteria;
    private final List<ColdPhase> history;

    Warming(Criteria criteria, List<ColdPhase> history) {
        this.criteria = criteria;
        this.history = List.copyOf(history);
    }

    /** The logarithm of the allowed ratio at this age. */
    double allowance(long ageNanos) {
        double always = Math.log(criteria.allowedLatencyRatio());
        if (ageNanos > criteria.warming().toNanos()) {
            return always;
        }
        double usual = Math.log1p(AT_ONCE * Math.exp(-ageNanos / AT_ONCE_NANOS));
        double known = Math.max(0, known(ageNanos) - always);
        return Math.min(always + Math.max(usual, known), Math.log(criteria.warmingCeiling()));
    }

    /** What earlier versions showed at this age; 0 where there were too few. */
    private double known(long ageNanos) {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (ColdPhase phase : history) {
            double excess = phase.at(ageNanos);
            if (!Double.isNaN(excess)) {
                sum += excess;
                squares += excess * excess;
                known++;
            }
        }
        if (known < LEAST_HISTORY) {
            return 0;
        }
        double mean = sum / known;
        return mean + 2 * Math.sqrt(Math.max(0, squares / known - mean * mean));
    }
}
