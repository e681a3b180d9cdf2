package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long calls take. Each span counts as one observation: the median of its calls. */
final class Latency implements Examination {
    private static final String TEST = "rank of each span's median";
    private static final int LEAST_SPANS = 8;

    private final Criteria criteria;
    private final double rate;
    private final double[] baseline;
    private final List<Double> candidate = new ArrayList<>();
    private long beganNanos;
    private boolean begun;
    private double evidence = 1;
    private Finding failure;

    Latency(Criteria criteria, double rate, List<Span> spans) {
        this.criteria = criteria;
        this.rate = rate;
        baseline = spans.stream()
                .filter(span -> span.latencyNanos().length > 0)
                .mapToDouble(span -> median(span.latencyNanos()))
                .sorted()
                .toArray();
    }

    @Override
    public void observe(Span span) {
        if (!begun) {
            begun = true;
            beganNanos = span.beganNanos();
        }
        if (span.latencyNanos().length == 0) {
            return;
        }
        boolean warming = span.endedNanos() - beganNanos < criteria.warming().toNanos();
        double ratio = warming ? criteria.warmingCeiling() : criteria.allowedLatencyRatio();
        double median = median(span.latencyNanos());
        candidate.add(median);
        if (baseline.length < LEAST_SPANS) {
            return;
        }
        long atLeast = Arrays.stream(baseline).filter(b -> b * ratio >= median).count();
        double p = (1.0 + atLeast) / (baseline.length + 1);
        evidence = Math.max(evidence * 0.3 * Math.pow(p, -0.7), 0.01);
        Finding now = finding();
        failure = failure == null && now.outcome() == Outcome.FAIL ? now : failure;
    }

    @Override
    public List<Finding> interim() {
        return List.of(failure != null ? failure : finding());
    }

    @Override
    public List<Finding> conclusion() {
        Finding last = interim().get(0);
        if (last.outcome() == Outcome.FAIL) {
            return List.of(last);
        }
        if (candidate.isEmpty() || baseline.length < LEAST_SPANS) {
            String why = candidate.isEmpty() ? "no call was timed" : "nothing to compare with";
            Outcome outcome = candidate.isEmpty() ? Outcome.NODATA : Outcome.INCONCLUSIVE;
            return List.of(Finding.without("latency (us)", TEST, baseline.length, candidate.size(), outcome, why));
        }
        return List.of(new Finding(
                last.metric(),
                TEST,
                last.baseline(),
                last.candidate(),
                last.effect(),
                last.low(),
                last.high(),
                last.p(),
                last.threshold(),
                baseline.length,
                candidate.size(),
                Outcome.PASS,
                last.remark()));
    }

    private Finding finding() {
        double before = baseline.length == 0 ? Double.NaN : baseline[baseline.length / 2] / 1e3;
        double[] sorted =
                candidate.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double now = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2] / 1e3;
        double p = Math.min(1, 1 / evidence);
        return new Finding(
                "latency (us)",
                TEST,
                before,
                now,
                now / before,
                Double.NaN,
                Double.NaN,
                p,
                rate,
                baseline.length,
                candidate.size(),
                p <= rate ? Outcome.FAIL : Outcome.OPEN,
                String.format("%.1f us, %.1f us before", now, before));
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
