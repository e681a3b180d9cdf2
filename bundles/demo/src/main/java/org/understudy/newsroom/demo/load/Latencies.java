package org.understudy.newsroom.demo.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Histograms of latencies in nanoseconds, up to a minute. */
final class Latencies {
    private static final long HIGHEST = TimeUnit.MINUTES.toNanos(1);

    private Latencies() {}

    static Histogram empty() {
        return new Histogram(1000, HIGHEST, 2);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(Math.max(nanos, 0), HIGHEST));
    }

    /** The usual percentiles, in milliseconds. */
    static Map<String, Double> millis(Histogram histogram) {
        Map<String, Double> result = new LinkedHashMap<>();
        result.put("p50Millis", histogram.getValueAtPercentile(50) / 1e6);
        result.put("p99Millis", histogram.getValueAtPercentile(99) / 1e6);
        result.put("p999Millis", histogram.getValueAtPercentile(99.9) / 1e6);
        result.put("maxMillis", histogram.getMaxValue() / 1e6);
        return result;
    }
}
