package org.understudy.swap.judge;

import java.util.Map;

/**
 * What was observed of one generation over one span of time. Spans of 100 to 250 ms are what the tests are made for: calls
 * that lie close together share their fate (a collection, a burst, a core taken away) and count as one observation.
 * Immutable, except that the array is not copied: whoever hands it over leaves it alone.
 *
 * @param beganNanos when it began, on the clock of {@link System#nanoTime}
 * @param endedNanos when it ended; after it began
 * @param calls how many calls ended in it, the failed ones included
 * @param failures how many of them failed, by type; empty if none
 * @param latencyNanos how long the timed calls took that did not fail: all of them or a sample, in the order of their
 *     ends; empty if none was timed
 * @param processCpu how many cores the process used; NaN if unknown
 * @param gcShare which part of the span the process spent in collections, 0 to 1; NaN if unknown
 * @param heapAfterGcBytes what was left after the last collection; -1 if unknown
 * @param metrics what the resource declares itself, by name; a metric without a value in this span is absent
 * @param weather how slow the machine was for everybody else, as {@link Weather} says; NaN if unknown
 */
public record Span(
        long beganNanos,
        long endedNanos,
        long calls,
        Map<String, Long> failures,
        long[] latencyNanos,
        double processCpu,
        double gcShare,
        long heapAfterGcBytes,
        Map<String, Double> metrics,
        double weather) {

    /** Without a word about the machine. */
    public Span(
            long beganNanos,
            long endedNanos,
            long calls,
            Map<String, Long> failures,
            long[] latencyNanos,
            double processCpu,
            double gcShare,
            long heapAfterGcBytes,
            Map<String, Double> metrics) {
        this(
                beganNanos,
                endedNanos,
                calls,
                failures,
                latencyNanos,
                processCpu,
                gcShare,
                heapAfterGcBytes,
                metrics,
                Double.NaN);
    }

    /** Refuses what cannot have been observed. */
    public Span {
        if (endedNanos - beganNanos <= 0) {
            throw new IllegalArgumentException("a span that ends " + (beganNanos - endedNanos)
                    + " ns before or as it begins; give the later time as its end");
        }
        if (calls < 0) {
            throw new IllegalArgumentException("a span of " + calls + " calls; count from 0");
        }
        failures = Map.copyOf(failures);
        metrics = Map.copyOf(metrics);
        long failed = 0;
        for (Map.Entry<String, Long> entry : failures.entrySet()) {
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException(
                        "a span with " + entry.getValue() + " failures " + entry.getKey() + "; count from 0");
            }
            failed += entry.getValue();
        }
        if (failed > calls) {
            throw new IllegalArgumentException(
                    "a span with " + failed + " failures in " + calls + " calls; count the failed calls as calls too");
        }
    }

    /** The same under this weather. */
    public Span under(double ratio) {
        return new Span(
                beganNanos,
                endedNanos,
                calls,
                failures,
                latencyNanos,
                processCpu,
                gcShare,
                heapAfterGcBytes,
                metrics,
                ratio);
    }

    /** How many calls failed, of whatever type. */
    public long failed() {
        long failed = 0;
        for (long each : failures.values()) {
            failed += each;
        }
        return failed;
    }
}
