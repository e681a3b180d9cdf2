package org.understudy.swap.judge;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By what a version is judged. {@link #standard()} says what holds where nothing else is configured.
 *
 * @param falseAlarmRate the share of versions without a fault that may fail, at most; above 0, at most 0.2
 * @param allowedLatencyRatio how much slower a version may be without failing: 1.1 for a tenth; at least 1
 * @param allowedErrorRate by how much its share of failed calls may exceed that of the version before; above 0, below 1
 * @param absoluteErrorLimit the share of failed calls at which a version fails that cannot be compared with another
 * @param minimumCalls how many calls it takes to pass; at least 1
 * @param warming how long a version may be slower than the allowed ratio because nothing of it is compiled yet
 * @param warmingCeiling how much slower it may be meanwhile, against earlier versions at the same age where such are
 *     known, else against the warm version before; at least the allowed ratio
 * @param latencyTarget calls that typically take no longer are quick enough, whatever they took before; not negative,
 *     zero means that nothing is
 * @param metrics what the resource declares; each name once
 */
public record Criteria(
        double falseAlarmRate,
        double allowedLatencyRatio,
        double allowedErrorRate,
        double absoluteErrorLimit,
        long minimumCalls,
        Duration warming,
        double warmingCeiling,
        Duration latencyTarget,
        List<MetricRule> metrics) {

    /** Refuses what makes no sense, saying which value, why, and what would. */
    public Criteria {
        within("false alarm rate", falseAlarmRate, 1e-6, 0.2, "0.01");
        within("allowed latency ratio", allowedLatencyRatio, 1, 100, "1.1");
        within("allowed error rate", allowedErrorRate, 1e-6, 0.99, "0.002");
        within("absolute error limit", absoluteErrorLimit, 1e-6, 1, "0.05");
        within("minimum of calls", minimumCalls, 1, 1e9, "30");
        within("ceiling while warming", warmingCeiling, allowedLatencyRatio, 1000, "a value above the allowed ratio");
        if (warming.isNegative()) {
            throw new IllegalArgumentException("a warming time of " + warming + " is negative; PT0S means none");
        }
        if (latencyTarget.isNegative()) {
            throw new IllegalArgumentException(
                    "a latency target of " + latencyTarget + " is negative; PT0S means that there is none");
        }
        metrics = List.copyOf(metrics);
        Set<String> names = new HashSet<>();
        for (MetricRule rule : metrics) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "metric " + rule.name() + ": two rules for one metric; keep one of them");
            }
        }
    }

    /** What holds where nothing else is configured. */
    public static Criteria standard() {
        return new Criteria(0.01, 1.4, 0.002, 0.05, 30, Duration.ofSeconds(30), 4, Duration.ZERO, List.of());
    }

    /** The same with what a resource declares: its latency target and its metrics. */
    public Criteria with(Duration target, List<MetricRule> rules) {
        return new Criteria(
                falseAlarmRate,
                allowedLatencyRatio,
                allowedErrorRate,
                absoluteErrorLimit,
                minimumCalls,
                warming,
                warmingCeiling,
                target,
                rules);
    }

    /** The same with another false alarm rate. */
    public Criteria withFalseAlarmRate(double rate) {
        return new Criteria(
                rate,
                allowedLatencyRatio,
                allowedErrorRate,
                absoluteErrorLimit,
                minimumCalls,
                warming,
                warmingCeiling,
                latencyTarget,
                metrics);
    }

    private static void within(String what, double value, double low, double high, String such) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "a " + what + " of " + value + " is not from " + low + " to " + high + "; give " + such);
        }
    }
}
