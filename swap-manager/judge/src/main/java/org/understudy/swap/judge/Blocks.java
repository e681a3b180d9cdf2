package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts spans together until they have enough timed calls and are long enough to make a {@link Block}. Not thread-safe. */
final class Blocks {
    private static final int LEAST_TIMED = 10;
    private static final long LEAST_NANOS = 200_000_000;
    private static final double CUT = 0.2;

    private final long beganNanos;
    private final List<long[]> pending = new ArrayList<>();
    private int timed;
    private long nanos;
    private double weather;
    private int told;

    /** Of a generation that came on stage at this time. */
    Blocks(long beganNanos) {
        this.beganNanos = beganNanos;
    }

    /** All blocks of these spans of a generation. */
    static List<Block> of(long beganNanos, List<Span> spans) {
        Blocks blocks = new Blocks(beganNanos);
        return spans.stream().map(blocks::add).flatMap(Optional::stream).toList();
    }

    /** The block that this span completes, if it does. */
    Optional<Block> add(Span span) {
        pending.add(span.latencyNanos());
        timed += span.latencyNanos().length;
        nanos += span.endedNanos() - span.beganNanos();
        if (span.weather() > 0) {
            weather += Math.log(span.weather());
            told++;
        }
        if (timed < LEAST_TIMED || nanos < LEAST_NANOS) {
            return Optional.empty();
        }
        Block block =
                new Block(span.endedNanos() - beganNanos, level(), told == 0 ? Double.NaN : weather / told, timed);
        pending.clear();
        timed = 0;
        nanos = 0;
        weather = 0;
        told = 0;
        return Optional.of(block);
    }

    private double level() {
        long[] sorted = new long[timed];
        int filled = 0;
        for (long[] latencies : pending) {
            System.arraycopy(latencies, 0, sorted, filled, latencies.length);
            filled += latencies.length;
        }
        Arrays.sort(sorted);
        int cut = (int) (timed * CUT);
        double sum = 0;
        for (int i = cut; i < timed - cut; i++) {
            sum += Math.log(Math.max(1, sorted[i]));
        }
        return sum / (timed - 2 * cut);
    }
}
