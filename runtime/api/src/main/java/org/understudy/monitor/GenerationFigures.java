package org.understudy.monitor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The calls into one version since it came on stage.
 *
 * @param resource the resource
 * @param version the version
 * @param onStage whether it still is; otherwise it is being left
 * @param calls how many have left
 * @param callsPerSecond how many a second, over the last few seconds
 * @param failures how many of them failed, by type: the class of an exception, or {@code HTTP 503}
 * @param latency how long they took
 * @param inside how many are inside, work that outlives its call included
 * @param oldestMillis for how long the oldest call has been inside, milliseconds, to within a second
 * @param fatal an error came out of it after which it cannot be relied on: its class
 */
public record GenerationFigures(
        String resource,
        String version,
        boolean onStage,
        long calls,
        double callsPerSecond,
        Map<String, Long> failures,
        LatencySummary latency,
        long inside,
        double oldestMillis,
        Optional<String> fatal) {
    /** Copies the failures. */
    public GenerationFigures {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(fatal, "fatal");
        failures = Map.copyOf(failures);
    }

    /** How many failed, of whatever type. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
