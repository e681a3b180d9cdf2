package org.understudy.swap.monitor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.understudy.monitor.ProcessSample;

/**
 * What happened in one generation between two ticks.
 *
 * @param resource the resource
 * @param version the version
 * @param beganNanos when it began, by the monitor's clock
 * @param endedNanos when it ended
 * @param calls how many calls have left; a call that fails only after it has left counts when it fails, and another one
 *     does not instead
 * @param failures how many of them failed, by type; no more than there are calls
 * @param latencies of the calls that were timed, nanoseconds, in no order that means anything
 * @param inside how many calls are inside at the end, work that outlives its call included
 * @param oldestNanos for how long the oldest of them has been
 * @param fatal an error came out of the generation, now or before, after which its version cannot be relied on
 * @param process the process, of which the generation is a part; its processor time cannot be told apart
 */
public record Span(
        String resource,
        String version,
        long beganNanos,
        long endedNanos,
        long calls,
        Map<String, Long> failures,
        long[] latencies,
        long inside,
        long oldestNanos,
        Optional<String> fatal,
        ProcessSample process) {
    /** Copies what can change. */
    public Span {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(fatal, "fatal");
        Objects.requireNonNull(process, "process");
        failures = Map.copyOf(failures);
        latencies = latencies.clone();
        if (endedNanos - beganNanos < 0 || calls < 0 || inside < 0) {
            throw new IllegalArgumentException("a span of " + resource + " that lasts " + (endedNanos - beganNanos)
                    + " ns with " + calls + " calls and " + inside + " inside");
        }
    }

    /** A copy. */
    @Override
    public long[] latencies() {
        return latencies.clone();
    }
}
