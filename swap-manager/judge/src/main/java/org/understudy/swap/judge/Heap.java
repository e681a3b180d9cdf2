package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether the heap that is left after collections grows faster than it did: a leak. What a collection of the young
 * generation leaves contains garbage too, so some growth is usual; a fall by a quarter is a collection of the old
 * generation, and does not count. And the heap is the process's as a whole: weak evidence.
 * It fails a version only if the growth beyond the usual has added as much as there was, and 32 MB at least, at three times
 * the usual rate, and the steps from collection to collection are larger by Mann and Whitney's test. It is looked at after
 * 8, 16, 32 ... collections, the looks sharing the rate of false alarms.
 */
final class Heap implements Examination {
    private static final String METRIC = "heap after collections (MB/s of growth)";
    private static final String TEST = "Mann-Whitney, growth a second from collection to collection";
    private static final double LEAST_BYTES = 32e6;
    private static final double LEAST_RATIO = 3;
    private static final double OLD_COLLECTED = 0.75;
    private static final int FIRST_LOOK = 8;
    private static final int LEAST_BEFORE = 5;

    private final double rate;
    private final Growth before = new Growth();
    private final Growth now = new Growth();
    private int looks;
    private double p = 1;
    private double threshold = Double.NaN;
    private Finding failure;

    /** The steps from one collection to the next. */
    private static final class Growth {
        private final List<Double> steps = new ArrayList<>();
        private long lastBytes = -1;
        private long lastNanos;
        private double grown;
        private double seconds;

        /** Whether there was another collection. */
        boolean add(Span span) {
            long bytes = span.heapAfterGcBytes();
            if (bytes < 0 || bytes == lastBytes) {
                return false;
            }
            if (lastBytes >= 0 && bytes > lastBytes * OLD_COLLECTED) {
                double passed = (span.endedNanos() - lastNanos) / 1e9;
                grown += bytes - lastBytes;
                seconds += passed;
                steps.add((bytes - lastBytes) / passed);
            }
            lastBytes = bytes;
            lastNanos = span.endedNanos();
            return true;
        }

        double aSecond() {
            return seconds == 0 ? 0 : grown / seconds;
        }

        double[] values() {
            return steps.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    Heap(double rate, List<Span> before) {
        this.rate = rate;
        before.forEach(this.before::add);
    }

    @Override
    public void observe(Span span) {
        if (!now.add(span) || failure != null || before.steps.size() < LEAST_BEFORE) {
            return;
        }
        if (now.steps.size() >= (long) FIRST_LOOK << looks) {
            looks++;
            threshold = rate / (looks * (looks + 1.0));
            p = MannWhitneyUTest.withDefaults()
                    .with(AlternativeHypothesis.GREATER_THAN)
                    .test(now.values(), before.values())
                    .getPValue();
        }
        double beyond = (now.aSecond() - before.aSecond()) * now.seconds;
        boolean large =
                beyond >= Math.max(LEAST_BYTES, before.lastBytes) && now.aSecond() >= LEAST_RATIO * before.aSecond();
        if (large && p <= threshold) {
            failure = finding(Outcome.FAIL);
        }
    }

    @Override
    public boolean failed() {
        return failure != null;
    }

    @Override
    public List<Finding> interim() {
        if (now.steps.isEmpty() || before.steps.size() < LEAST_BEFORE) {
            return List.of();
        }
        return List.of(failure != null ? failure : finding(Outcome.OPEN));
    }

    @Override
    public List<Finding> conclusion() {
        return interim().stream().map(f -> f.decided(Outcome.PASS)).toList();
    }

    private Finding finding(Outcome outcome) {
        double was = before.aSecond() / 1e6;
        double is = now.aSecond() / 1e6;
        return new Finding(
                METRIC,
                TEST,
                was,
                is,
                is - was,
                Double.NaN,
                Double.NaN,
                p,
                threshold,
                before.steps.size(),
                now.steps.size(),
                outcome,
                String.format("grew by %.2f MB/s, and by %.2f MB/s before", is, was));
    }
}
