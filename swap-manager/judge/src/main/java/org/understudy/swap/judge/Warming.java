package org.understudy.swap.judge;

import java.util.List;

/**
 * How much slower a generation may be at which age. Nothing of a fresh one is compiled, so at first it is slower, and no
 * worse for it.
 *
 * <p>What is allowed is what was usual: the mean excess of earlier generations at that age, and once its standard
 * deviation, and the allowed ratio on top. What is usual anywhere (half as much again at the very first, a quarter after
 * two seconds, a tenth after ten) counts as one generation more, so that something is known at a resource's first swap
 * too. A regression cannot hide here, for three reasons: the history is that of versions which were found good, the
 * ceiling holds whatever the history says, and after the warming time only the allowed ratio is left.
 */
final class Warming {
    private static final double FIRST = 0.5;
    private static final double HALVED_AFTER_NANOS = 2e9;
    private static final double USUAL_SPREAD = 0.15;

    private final Criteria criteria;
    private final List<ColdPhase> history;

    Warming(Criteria criteria, List<ColdPhase> history) {
        this.criteria = criteria;
        this.history = List.copyOf(history);
    }

    /** The logarithm of the allowed ratio at this age. */
    double allowance(long ageNanos) {
        double strict = Math.log(criteria.allowedLatencyRatio());
        if (ageNanos > criteria.warming().toNanos()) {
            return strict;
        }
        double usual = Math.log1p(FIRST / (1 + ageNanos / HALVED_AFTER_NANOS));
        double sum = usual;
        double squares = usual * usual + USUAL_SPREAD * USUAL_SPREAD;
        int known = 1;
        for (ColdPhase phase : history) {
            double excess = phase.at(ageNanos);
            if (!Double.isNaN(excess)) {
                sum += excess;
                squares += excess * excess;
                known++;
            }
        }
        double mean = sum / known;
        double spread = Math.sqrt(Math.max(0, squares / known - mean * mean));
        double allowed = Math.max(0, mean + spread) + strict;
        return Math.min(allowed, Math.log(criteria.warmingCeiling()));
    }
}
