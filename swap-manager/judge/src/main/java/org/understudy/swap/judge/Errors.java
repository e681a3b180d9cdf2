package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Failed calls, in total and by type, by Fisher's exact test.
 *
 * <p>Looking after each span is allowed: between two errors the evidence only shrinks, so all that counts is the look at
 * the k-th error, and the k-th look may spend 1/(k(k+1)) of the rate of false alarms; together they spend no more than
 * all of it. That is exact: the k-th error comes by the n-th call exactly where there are k errors in the first n calls,
 * and how likely that is, given what both versions showed together, is what Fisher's test says.
 */
final class Errors implements Examination {
    private static final String TEST = "Fisher, one-sided, each error a look";
    private static final int LEAST_ERRORS = 3;

    private final Criteria criteria;
    private final double rate;
    private final long baselineCalls;
    private final Map<String, Long> baselineFailures = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long calls;
    private Finding failure;

    Errors(Criteria criteria, double rate, List<Span> baseline) {
        this.criteria = criteria;
        this.rate = rate;
        baselineCalls = baseline.stream().mapToLong(Span::calls).sum();
        baseline.forEach(span -> count(baselineFailures, span));
    }

    @Override
    public void observe(Span span) {
        calls += span.calls();
        count(failures, span);
        if (failure == null && span.failed() > 0) {
            Finding now = total();
            failure = now.outcome() == Outcome.FAIL ? now : null;
        }
    }

    @Override
    public List<Finding> interim() {
        return List.of(failure != null ? failure : total());
    }

    @Override
    public List<Finding> conclusion() {
        Finding last = interim().get(0);
        if (last.outcome() == Outcome.FAIL) {
            return List.of(last);
        }
        return List.of(with(last, calls < criteria.minimumCalls() ? Outcome.NODATA : Outcome.PASS));
    }

    private Finding total() {
        long bad = sum(failures);
        long badBefore = sum(baselineFailures);
        double now = calls == 0 ? Double.NaN : (double) bad / calls;
        double before = baselineCalls == 0 ? Double.NaN : (double) badBefore / baselineCalls;
        double p = 1;
        boolean large;
        if (baselineCalls == 0) {
            large = now >= criteria.absoluteErrorLimit();
            p = large && bad >= LEAST_ERRORS ? 0 : 1;
        } else {
            large = now - before >= criteria.allowedErrorRate();
            p = bad == 0 ? 1 : fisher(bad, calls, badBefore, baselineCalls);
        }
        double threshold = rate / (bad * (bad + 1.0));
        boolean fails = large && bad >= LEAST_ERRORS && p <= threshold;
        return new Finding(
                "errors (share of calls)",
                TEST,
                before,
                now,
                now - before,
                Double.NaN,
                Double.NaN,
                p,
                threshold,
                baselineCalls,
                calls,
                fails ? Outcome.FAIL : Outcome.OPEN,
                bad + " of " + calls + " calls failed, " + badBefore + " of " + baselineCalls + " before");
    }

    private static double fisher(long bad, long calls, long badBefore, long callsBefore) {
        int[][] table = {
            {(int) bad, (int) (calls - bad)}, {(int) badBefore, (int) (callsBefore - badBefore)},
        };
        return FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(table)
                .getPValue();
    }

    private static Finding with(Finding f, Outcome outcome) {
        return new Finding(
                f.metric(),
                f.test(),
                f.baseline(),
                f.candidate(),
                f.effect(),
                f.low(),
                f.high(),
                f.p(),
                f.threshold(),
                f.baselineSamples(),
                f.candidateSamples(),
                outcome,
                f.remark());
    }

    private static void count(Map<String, Long> into, Span span) {
        span.failures().forEach((type, many) -> into.merge(type, many, Long::sum));
    }

    private static long sum(Map<String, Long> counts) {
        return new ArrayList<>(counts.values())
                .stream().mapToLong(Long::longValue).sum();
    }
}
