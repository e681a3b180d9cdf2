package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Failed calls, in total and by type. Half of the rate of false alarms belongs to the total, the rest to the types: half
 * of that to the first type that is seen, a sixth to the second, and so on, so that they together spend no more.
 */
final class Errors implements Examination {
    private static final String METRIC = "errors (share of calls)";

    private final Criteria criteria;
    private final double rate;
    private final List<Span> baseline;
    private final ErrorCount total;
    private final Map<String, ErrorCount> types = new LinkedHashMap<>();
    private long calls;

    /** Its part of the rate of false alarms is given; the baseline is what was observed of the version before. */
    Errors(Criteria criteria, double rate, List<Span> baseline) {
        this.criteria = criteria;
        this.rate = rate;
        this.baseline = baseline;
        this.total = count(METRIC, rate / 2, Span::failed);
    }

    @Override
    public void observe(Span span) {
        calls += span.calls();
        total.observe(calls, span.failed());
        if (!span.failures().isEmpty()) {
            span.failures().keySet().stream().sorted().forEach(this::watch);
        }
        types.forEach((type, count) -> count.observe(calls, span.failures().getOrDefault(type, 0L)));
    }

    @Override
    public boolean failed() {
        return total.failed() || types.values().stream().anyMatch(ErrorCount::failed);
    }

    @Override
    public List<Finding> interim() {
        List<Finding> findings = new ArrayList<>(List.of(total.finding()));
        types.values().stream().map(ErrorCount::finding).forEach(findings::add);
        return findings;
    }

    @Override
    public List<Finding> conclusion() {
        Outcome otherwise = calls < criteria.minimumCalls() ? Outcome.NODATA : Outcome.PASS;
        return interim().stream().map(f -> f.decided(otherwise)).toList();
    }

    private void watch(String type) {
        types.computeIfAbsent(type, unseen -> {
            int place = types.size() + 1;
            return count(METRIC + " " + type, rate / 2 / (place * (place + 1.0)), span -> span.failures()
                    .getOrDefault(type, 0L));
        });
    }

    private ErrorCount count(String metric, double share, ToLongFunction<Span> errors) {
        return new ErrorCount(
                metric,
                "failed",
                criteria.allowedErrorRate(),
                criteria.absoluteErrorLimit(),
                share,
                ErrorCount.Before.of(baseline, Span::calls, errors));
    }
}
