package org.understudy.swap.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.understudy.dispatch.Meter;
import org.understudy.swap.Verdict;
import org.understudy.swap.judge.Criteria;
import org.understudy.swap.judge.Weather;
import org.understudy.swap.monitor.Monitor;
import org.understudy.swap.monitor.Source;
import org.understudy.swap.monitor.Span;
import org.understudy.swap.monitor.Watch;

/**
 * Has what the monitor sees judged: what is on stage and committed makes the baseline of its resource, what is provisional
 * is on trial against it. Safe for use by many threads.
 */
final class Trials {
    private static final long A_SECOND = 1_000_000_000L;

    private final Monitor monitor;
    private final JudgePolicy policy;
    private final Troupe troupe;
    private final BiConsumer<ManagedResource, Verdict> failing;
    private final Map<String, Dossier> dossiers = new HashMap<>();
    private final Weather weather = new Weather();
    private final Map<String, Observation> observations = new HashMap<>();
    private long deadlocksSeenNanos;

    /**
     * Creates it; the monitor tells it of every generation from now on.
     *
     * @param failing told, on the monitor's thread, of a version on trial that has failed; at each look until it is gone
     */
    Trials(Monitor monitor, JudgePolicy policy, Troupe troupe, BiConsumer<ManagedResource, Verdict> failing) {
        this.monitor = monitor;
        this.policy = policy;
        this.troupe = troupe;
        this.failing = failing;
        monitor.attend(this::listener);
    }

    /** The generations that answer now. */
    static List<Source> onStage(Collection<ManagedResource> resources) {
        return resources.stream()
                .flatMap(resource -> resource.onStage().stream())
                .toList();
    }

    /** A version has come on stage, on trial or not. */
    void flipped(ManagedResource resource, long flippedNanos) {
        synchronized (this) {
            weather.changed(resource.name(), flippedNanos);
            Dossier dossier = dossier(resource.name());
            if (resource.state().provisional().isPresent()) {
                dossier.begin(criteria(resource));
            } else {
                dossier.dismiss();
            }
        }
        resource.onStage().ifPresent(monitor::enters);
    }

    /** An earlier run has left a version that is provisional still. */
    synchronized void resumed(ManagedResource resource) {
        dossier(resource.name()).begin(criteria(resource));
    }

    /** What is to be said of the version on trial now that its time is over. */
    synchronized Verdict conclude(ManagedResource resource) {
        return dossier(resource.name()).conclude();
    }

    /** The version on trial has stood. */
    synchronized void stood(ManagedResource resource) {
        dossier(resource.name()).adopt();
    }

    private Criteria criteria(ManagedResource resource) {
        ResourceSpec spec = resource.state().spec();
        return policy.criteria().with(spec.latencyTarget(), spec.metrics());
    }

    private Dossier dossier(String resource) {
        return dossiers.computeIfAbsent(resource, name -> new Dossier());
    }

    private Watch.Listener listener(Source source) {
        String name = source.resource();
        Meter meter = source.meter();
        return span -> {
            ManagedResource resource = troupe.find(name);
            boolean answers = resource != null
                    && resource.onStage().filter(now -> now.meter() == meter).isPresent();
            if (answers) {
                take(resource, span).ifPresent(verdict -> failing.accept(resource, verdict));
            }
        };
    }

    /** Deadlocks are looked for while something is on trial, and no more often than that. */
    private void lookForDeadlocks(ManagedResource resource, Dossier dossier, long nowNanos) {
        if (dossier.onTrial() && nowNanos - deadlocksSeenNanos >= A_SECOND) {
            deadlocksSeenNanos = nowNanos;
            resource.activeStarted()
                    .flatMap(started -> Deadlocks.throughCodeOf(started.watched()))
                    .ifPresent(threads ->
                            dossier.suspect("deadlock", "threads wait for each other in its code: " + threads, 0, 1));
        }
    }

    private synchronized Optional<Verdict> take(ManagedResource resource, Span span) {
        if (span.endedNanos() - span.beganNanos() <= 0) {
            return Optional.empty();
        }
        Dossier dossier = dossier(resource.name());
        Optional<Observation> observation = observation(resource);
        org.understudy.swap.judge.Span seen = judged(
                span, observation.map(now -> now.metrics(span.endedNanos())).orElse(Map.of()));
        if (!dossier.onTrial()) {
            weather.observe(resource.name(), seen);
        }
        dossier.observe(seen);
        dossier.inside(span.oldestNanos(), policy.hang().toNanos());
        span.fatal()
                .ifPresent(error ->
                        dossier.suspect("errors", error + " came out of it: nobody can rely on it after that", 0, 1));
        lookForDeadlocks(resource, dossier, span.endedNanos());
        if (dossier.onTrial()) {
            observation
                    .flatMap(now -> now.unfit(span.endedNanos()))
                    .ifPresent(found -> dossier.suspect("health", found, 0, 1));
        }
        return dossier.failure();
    }

    /** What is on stage tells of itself; empty where it does not. */
    private Optional<Observation> observation(ManagedResource resource) {
        Optional<ManagedResource.Started> started = resource.activeStarted()
                .filter(now -> !now.offer().instruments().isEmpty());
        if (started.isEmpty()) {
            observations.remove(resource.name());
            return Optional.empty();
        }
        return Optional.of(observations.compute(
                resource.name(),
                (name, now) ->
                        now != null && now.isOf(started.get()) ? now : new Observation(started.get(), policy.hang())));
    }

    private org.understudy.swap.judge.Span judged(Span span, Map<String, Double> metrics) {
        return new org.understudy.swap.judge.Span(
                span.beganNanos(),
                span.endedNanos(),
                span.calls(),
                span.failures(),
                span.latencies(),
                span.process().cpuCores(),
                span.process().gcShare(),
                span.process().heapAfterGc(),
                metrics,
                weather.forResource(span.resource()));
    }
}
