package org.understudy.bench.judge;

import java.util.Map;
import java.util.Random;
import org.understudy.swap.judge.Span;

/**
 * What is wrong with a version.
 *
 * @param name in the table
 * @param latency by what its latencies are multiplied
 * @param errors which share of its calls fails
 * @param cpu by what the process's use of the processor is multiplied
 * @param leakBytes what it never frees, a second
 */
record Regression(String name, double latency, double errors, double cpu, double leakBytes) {
    /** Nothing is wrong. */
    static final Regression NONE = new Regression("none", 1, 0, 1, 0);

    static Regression latency(String name, double factor) {
        return new Regression(name, factor, 0, 1, 0);
    }

    static Regression errors(String name, double share) {
        return new Regression(name, 1, share, 1, 0);
    }

    static Regression cpu(String name, double factor) {
        return new Regression(name, 1, 0, factor, 0);
    }

    static Regression leak(String name, double bytesASecond) {
        return new Regression(name, 1, 0, 1, bytesASecond);
    }

    /** The span as it would have been with it, so long after the flip. */
    Span in(Span span, long age, Random random) {
        long[] latencies = span.latencyNanos();
        if (latency != 1) {
            latencies = latencies.clone();
            for (int i = 0; i < latencies.length; i++) {
                latencies[i] = Math.round(latencies[i] * latency);
            }
        }
        long failed = failed(span.calls(), random);
        return new Span(
                span.beganNanos(),
                span.endedNanos(),
                span.calls(),
                failed == 0 ? Map.of() : Map.of("java.lang.IllegalStateException", failed),
                latencies,
                span.processCpu() * cpu,
                span.gcShare(),
                span.heapAfterGcBytes() + Math.round(leakBytes * age / 1e9),
                span.metrics(),
                span.weather());
    }

    private long failed(long calls, Random random) {
        long failed = 0;
        for (long i = 0; errors > 0 && i < calls; i++) {
            failed += random.nextDouble() < errors ? 1 : 0;
        }
        return failed;
    }
}
