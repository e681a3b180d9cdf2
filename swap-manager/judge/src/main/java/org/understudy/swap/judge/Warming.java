package org.understudy.swap.judge;

import java.util.List;

/**
 * How much slower a generation may be at which age. Nothing of a fresh one is compiled, so at first it is slower, and no
 * worse for it.
 *
 * <p>Recorded fresh versions that were the same as the one before took up to three times as long for a moment, and then up
 * to a third longer for ten seconds, now and then. The latter is what the allowed ratio is for, at any age. For the former,
 * twice that is allowed at the flip, falling to it within a second or two, and not before some hundred calls: where there
 * are few, each of the first is a cold one for longer. Where earlier versions of the resource were slower when they were
 * fresh, their mean excess at that age and its standard deviation are allowed instead, until the warming time is over.
 *
 * <p>What was called little is compiled little, and how much so is chance: at twenty calls a second one of the recorded
 * versions was 1.6 times as fast for a minute as the same version after it. So the fewer calls the baseline rests on, the
 * more is allowed: twice as much where there were none, a fifth more after 4,000, a hundredth after 12,000.
 *
 * <p>A regression cannot hide here, for three reasons: from the second second on, twice as slow is far more than is allowed
 * by itself where there is a baseline of a minute at 200 calls a second; the history is that of versions which were found
 * good, and the ceiling holds whatever it says; after the warming time only the allowed ratio is left.
 */
final class Warming {
    private static final double AT_ONCE = 1;
    private static final double AT_ONCE_NANOS = 0.35e9;
    private static final double AT_ONCE_CALLS = 60;
    private static final int LEAST_HISTORY = 2;

    private static final double LITTLE = 1;
    private static final double LITTLE_CALLS = 2500;

    private final Criteria criteria;
    private final List<ColdPhase> history;
    private final double always;

    /**
     * Begins.
     *
     * @param history how earlier versions were when they were fresh
     * @param callsBefore on how many calls the baseline rests
     */
    Warming(Criteria criteria, List<ColdPhase> history, long callsBefore) {
        this.criteria = criteria;
        this.history = List.copyOf(history);
        this.always =
                Math.log(criteria.allowedLatencyRatio()) + Math.log1p(LITTLE * Math.exp(-callsBefore / LITTLE_CALLS));
    }

    /** The logarithm of the allowed ratio at this age, after so many calls. */
    double allowance(long ageNanos, long calls) {
        if (ageNanos > criteria.warming().toNanos()) {
            return always;
        }
        double cold = Math.max(Math.exp(-ageNanos / AT_ONCE_NANOS), Math.exp(-calls / AT_ONCE_CALLS));
        double usual = Math.log1p(AT_ONCE * cold);
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
        return mean + Math.sqrt(Math.max(0, squares / known - mean * mean));
    }
}
