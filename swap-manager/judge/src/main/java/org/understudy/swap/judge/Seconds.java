package org.understudy.swap.judge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Means of a value over about a second each, weighted by how long it held. Not thread-safe. */
final class Seconds {
    private static final long LEAST_NANOS = 900_000_000;

    private final ToDoubleFunction<Span> value;
    private double sum;
    private double weight;
    private long nanos;

    /** Of this value of a span; NaN where a span has none. */
    Seconds(ToDoubleFunction<Span> value) {
        this.value = value;
    }

    /** All whole seconds of these spans. */
    static double[] of(List<Span> spans, ToDoubleFunction<Span> value) {
        Seconds seconds = new Seconds(value);
        return spans.stream()
                .map(seconds::add)
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The mean over the second that this span completes, if it does and there were values in it. */
    Optional<Double> add(Span span) {
        long length = span.endedNanos() - span.beganNanos();
        double now = value.applyAsDouble(span);
        nanos += length;
        if (!Double.isNaN(now)) {
            sum += now * length;
            weight += length;
        }
        if (nanos < LEAST_NANOS) {
            return Optional.empty();
        }
        OptionalDouble mean = weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
        sum = 0;
        weight = 0;
        nanos = 0;
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
