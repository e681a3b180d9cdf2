package org.understudy.swap.judge;

import java.util.Arrays;
import java.util.List;

/**
 * Calls that take out of all proportion: longer than all but one in a hundred did before, or than the resource's latency
 * target, times the ceiling for a fresh version. A version that is quick nearly always and hangs now and then is found
 * here, where the typical latency says nothing. They are counted as failures are; the first second, in which every first
 * call is slow, does not count.
 */
final class SlowCalls implements Examination {
    private static final String METRIC = "slow calls (share of timed)";
    private static final double QUANTILE = 0.99;
    private static final int SAMPLED = 3000;
    private static final long LEAST_TIMED = 200;
    private static final double ALLOWED = 0.02;
    private static final long FIRST_NANOS = 1_000_000_000L;

    private final long limitNanos;
    private final long timedBefore;
    private final ErrorCount count;
    private long beganNanos;
    private boolean begun;
    private long timed;

    SlowCalls(Criteria criteria, double rate, List<Span> before) {
        long[] latencies = before.stream()
                .flatMapToLong(span -> Arrays.stream(span.latencyNanos()))
                .toArray();
        timedBefore = latencies.length;
        long[] some = sample(latencies);
        limitNanos = timedBefore < LEAST_TIMED
                ? Long.MAX_VALUE
                : Math.round(criteria.warmingCeiling()
                        * Math.max(criteria.latencyTarget().toNanos(), some[(int) (some.length * QUANTILE)]));
        count = new ErrorCount(
                METRIC,
                String.format("more than %.1f us", limitNanos / 1e3),
                ALLOWED,
                1,
                rate,
                ErrorCount.Before.of(before, span -> span.latencyNanos().length, this::slow));
    }

    @Override
    public void observe(Span span) {
        if (!begun) {
            begun = true;
            beganNanos = span.beganNanos();
        }
        if (span.beganNanos() - beganNanos >= FIRST_NANOS && timedBefore >= LEAST_TIMED) {
            timed += span.latencyNanos().length;
            count.observe(timed, slow(span));
        }
    }

    @Override
    public boolean failed() {
        return count.failed();
    }

    @Override
    public List<Finding> interim() {
        return timedBefore < LEAST_TIMED ? List.of() : List.of(count.finding());
    }

    @Override
    public List<Finding> conclusion() {
        return interim().stream().map(f -> f.decided(Outcome.PASS)).toList();
    }

    /** Evenly chosen and sorted; to sort all of them at each flip would take longer than the flip. */
    private static long[] sample(long[] latencies) {
        int step = Math.max(1, latencies.length / SAMPLED);
        long[] some = new long[latencies.length / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = latencies[i * step];
        }
        Arrays.sort(some);
        return some;
    }

    private long slow(Span span) {
        long slow = 0;
        for (long latency : span.latencyNanos()) {
            slow += latency > limitNanos ? 1 : 0;
        }
        return slow;
    }
}
