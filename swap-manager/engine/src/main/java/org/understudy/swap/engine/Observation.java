package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.understudy.swap.judge.MetricRule;

/**
 * A version on stage as it tells of itself: its health checks, asked every second, and the metrics that it declares, read
 * at each look. Never waits for the version. For one thread.
 */
final class Observation {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final List<Object> sources;
    private final Set<String> metrics;
    private final Duration patience;
    private final Map<HealthProbe, Inquiry<HealthProbe.Finding>> checks = new HashMap<>();
    private final List<Inquiry<Map<String, ?>>> readings = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param patience how long a check may take; what takes longer has failed
     */
    Observation(ManagedResource.Started started, Duration patience) {
        Instruments instruments = started.offer().instruments();
        String label = started.artifact().label();
        this.sources = instruments.sources();
        this.patience = patience;
        this.metrics = started.artifact().spec().metrics().stream()
                .map(MetricRule::name)
                .collect(Collectors.toSet());
        instruments
                .probes()
                .forEach(probe -> checks.put(
                        probe, new Inquiry<>("the health check of " + label, probe.check(), A_SECOND, patience)));
        if (!metrics.isEmpty()) {
            instruments
                    .gauges()
                    .forEach(gauge -> readings.add(
                            new Inquiry<>("the metrics of " + label, gauge.read(), Duration.ZERO, patience)));
        }
    }

    /** Whether it is of what is started now. */
    boolean isOf(ManagedResource.Started started) {
        return sources.equals(started.offer().instruments().sources());
    }

    /** The values that were read since the last look; a metric that could not be read is absent. */
    Map<String, Double> metrics(long nowNanos) {
        Map<String, Double> values = new HashMap<>();
        for (Inquiry<Map<String, ?>> reading : readings) {
            reading.poll(nowNanos).flatMap(Inquiry.Reply::value).ifPresent(all -> take(all, values));
        }
        return values;
    }

    private void take(Map<String, ?> all, Map<String, Double> values) {
        for (String name : metrics) {
            if (all.get(name) instanceof Number value && Double.isFinite(value.doubleValue())) {
                values.put(name, value.doubleValue());
            }
        }
    }

    /** What a check has found since the last look for which the version has to go, in words. */
    Optional<String> unfit(long nowNanos) {
        Optional<String> found = Optional.empty();
        for (Map.Entry<HealthProbe, Inquiry<HealthProbe.Finding>> check : checks.entrySet()) {
            Optional<String> now = check.getValue().poll(nowNanos).flatMap(reply -> unfit(check.getKey(), reply));
            found = found.or(() -> now);
        }
        return found;
    }

    private Optional<String> unfit(HealthProbe probe, Inquiry.Reply<HealthProbe.Finding> reply) {
        if (reply.value().isPresent()) {
            return reply.value()
                    .filter(finding -> finding.level() == HealthProbe.Level.UNFIT)
                    .map(probe::says);
        }
        return Optional.of(reply.failure()
                .map(probe::fails)
                .orElseGet(() ->
                        "its health check " + probe.name() + " has not answered for " + Reasons.seconds(patience)));
    }
}
