package org.understudy.swap.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up calls to one resource: latencies with a heavy tail, around a level that wanders as a noisy machine does. The
 * same for the same seed. Each knob holds from when it is turned.
 */
final class Traffic {
    private static final long SPAN = 100_000_000;

    private final Random random;
    private long now;
    private double wander;
    private double slower = 1;
    private double failing;
    private String type = "java.lang.IllegalStateException";
    private double weather = Double.NaN;
    private double cores = 0.5;
    private double heap = 50e6;
    private double leak;
    private double hanging;
    private int callsASpan = 20;
    private final Map<String, Double> metrics = new HashMap<>();

    Traffic(long seed) {
        random = new Random(seed);
    }

    Traffic slower(double factor) {
        slower = factor;
        return this;
    }

    Traffic failing(double share) {
        failing = share;
        return this;
    }

    Traffic failingWith(String failure) {
        type = failure;
        return this;
    }

    Traffic weather(double ratio) {
        weather = ratio;
        return this;
    }

    Traffic cores(double used) {
        cores = used;
        return this;
    }

    Traffic leaking(double bytesASecond) {
        leak = bytesASecond;
        return this;
    }

    Traffic hanging(double share) {
        hanging = share;
        return this;
    }

    Traffic calls(int aSpan) {
        callsASpan = aSpan;
        return this;
    }

    Traffic metric(String name, double value) {
        metrics.put(name, value);
        return this;
    }

    Traffic withoutMetric(String name) {
        metrics.remove(name);
        return this;
    }

    List<Span> seconds(double seconds) {
        return IntStream.range(0, (int) (seconds * 10)).mapToObj(i -> span()).toList();
    }

    private Span span() {
        wander = 0.8 * wander + 0.04 * random.nextGaussian();
        long failed = 0;
        long[] latencies = new long[callsASpan];
        int timed = 0;
        for (int i = 0; i < callsASpan; i++) {
            if (random.nextDouble() < failing) {
                failed++;
                continue;
            }
            double factor = random.nextDouble() < hanging ? 1000 : slower;
            double told = Double.isNaN(weather) ? 1 : weather;
            latencies[timed++] = (long) (20_000 * factor * told * Math.exp(wander + 0.5 * random.nextGaussian()));
        }
        Map<String, Double> values = new HashMap<>();
        metrics.forEach((name, value) -> values.put(name, value * (1 + 0.05 * random.nextGaussian())));
        heap += leak / 10;
        long began = now;
        now += SPAN;
        return new Span(
                began,
                now,
                callsASpan,
                failed == 0 ? Map.of() : Map.of(type, failed),
                java.util.Arrays.copyOf(latencies, timed),
                cores * (1 + 0.1 * random.nextGaussian()),
                0,
                (long) (heap + 2e5 * random.nextGaussian()),
                values,
                weather);
    }
}
