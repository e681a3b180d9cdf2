package org.understudy.swap.judge;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * One count of failed calls against the same count under the version before: Fisher's exact test, valid at whatever time
 * one looks.
 *
 * <p>Why looking after each span is allowed: between two errors the evidence only shrinks, so all looks that matter are
 * those at the k-th error, for each k from the third on. The k-th error comes by the n-th call exactly where there are k
 * errors in the first n calls, so the probability that the look at the k-th error raises a false alarm is at most the
 * level of that one look; and the levels, 3 / (k (k + 1)) of the whole, add up to the whole.
 *
 * <p>Errors that come together (one client that tries again and again) are not independent. Where the version before had
 * errors, the variance of their number per span over its mean says in what clusters they come, and the counts are divided
 * by that. Where it had none, errors in a single span are never enough.
 *
 * <p>A share that is significantly higher fails only if it exceeds the one before by what is allowed, and by a quarter of
 * the one before. Without a version before, the test is whether the share exceeds the absolute limit.
 */
final class ErrorCount {
    private static final int LEAST_ERRORS = 3;
    private static final int LEAST_SPANS = 2;
    private static final double RELATIVE = 0.25;
    private static final double TAIL = 0.025;

    private final String metric;
    private final String what;
    private final double allowed;
    private final double limit;
    private final double rate;
    private final Before before;
    private long calls;
    private long errors;
    private int spans;
    private Finding failure;

    /**
     * What is known of the version before.
     *
     * @param calls its calls
     * @param errors those of them that count
     * @param cluster how many errors come together: 1 or more
     */
    record Before(long calls, long errors, double cluster) {
        static Before of(List<Span> spans, ToLongFunction<Span> all, ToLongFunction<Span> count) {
            long calls = spans.stream().mapToLong(all).sum();
            double[] counts = spans.stream()
                    .filter(span -> all.applyAsLong(span) > 0)
                    .mapToDouble(count::applyAsLong)
                    .toArray();
            double sum = 0;
            double squares = 0;
            for (double c : counts) {
                sum += c;
                squares += c * c;
            }
            if (sum == 0 || counts.length < 2) {
                return new Before(calls, (long) sum, 1);
            }
            double mean = sum / counts.length;
            double variance = (squares - sum * mean) / (counts.length - 1);
            return new Before(calls, (long) sum, Math.max(1, variance / mean));
        }

        double share() {
            return calls == 0 ? Double.NaN : (double) errors / calls;
        }
    }

    /**
     * Begins.
     *
     * @param metric the name of the share
     * @param what what a call did that is counted
     * @param allowed by how much the share may exceed that before
     * @param limit what it may be where there is nothing to compare with
     * @param rate the rate of false alarms
     * @param before what is known of the version before
     */
    ErrorCount(String metric, String what, double allowed, double limit, double rate, Before before) {
        this.metric = metric;
        this.what = what;
        this.allowed = allowed;
        this.limit = limit;
        this.rate = rate;
        this.before = before;
    }

    /** There were so many calls until now, and so many errors more. */
    void observe(long callsNow, long more) {
        calls = callsNow;
        errors += more;
        spans += more > 0 ? 1 : 0;
        if (failure == null && more > 0) {
            Finding now = judge();
            failure = now.outcome() == Outcome.FAIL ? now : null;
        }
    }

    boolean failed() {
        return failure != null;
    }

    /** What can be said now; once it has failed, what was said then. */
    Finding finding() {
        return failure == null ? judge() : failure;
    }

    private Finding judge() {
        boolean compared = before.calls > 0;
        double share = calls == 0 ? Double.NaN : (double) errors / calls;
        double most = compared ? before.share() + Math.max(allowed, RELATIVE * before.share()) : limit;
        double p = errors == 0 ? 1 : compared ? fisher() : binomial();
        double threshold = rate * LEAST_ERRORS / (Math.max(errors, LEAST_ERRORS) * (errors + 1.0));
        boolean fails = errors >= LEAST_ERRORS && spans >= LEAST_SPANS && share > most && p <= threshold;
        double against = compared ? before.share() : most;
        return new Finding(
                metric,
                compared
                        ? "Fisher's exact test at each error; fails above " + percent(most)
                        : "exact binomial test at each error against the absolute limit of " + percent(most),
                before.share(),
                share,
                share - against,
                interval(TAIL) - against,
                interval(1 - TAIL) - against,
                p,
                threshold,
                before.calls,
                calls,
                fails ? Outcome.FAIL : Outcome.OPEN,
                errors + " of " + calls + " calls " + what
                        + (compared ? ", " + before.errors + " of " + before.calls + " before" : ""));
    }

    private double fisher() {
        int bad = (int) Math.floor(errors / before.cluster);
        int all = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(bad, Math.floor(calls / before.cluster)));
        int badBefore = (int) Math.ceil(before.errors / before.cluster);
        int allBefore =
                (int) Math.min(Integer.MAX_VALUE / 2, Math.max(badBefore, Math.floor(before.calls / before.cluster)));
        if (bad == 0 || bad + badBefore == all + allBefore) {
            return 1; // nothing, or everything on both sides: no table to test
        }
        return FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(new int[][] {{bad, all - bad}, {badBefore, allBefore - badBefore}})
                .getPValue();
    }

    private double binomial() {
        return BinomialDistribution.of((int) Math.min(Integer.MAX_VALUE, calls), limit)
                .survivalProbability((int) errors - 1);
    }

    /** An end of the exact interval (Clopper and Pearson) of the share of errors. */
    private double interval(double probability) {
        if (calls == 0) {
            return Double.NaN;
        }
        boolean lower = probability < 0.5;
        if (lower && errors == 0) {
            return 0;
        }
        if (!lower && errors == calls) {
            return 1;
        }
        return lower
                ? BetaDistribution.of(errors, calls - errors + 1.0).inverseCumulativeProbability(probability)
                : BetaDistribution.of(errors + 1.0, calls - errors).inverseCumulativeProbability(probability);
    }

    private static String percent(double share) {
        return String.format("%.2f %%", share * 100);
    }
}
