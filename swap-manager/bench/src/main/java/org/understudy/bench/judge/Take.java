package org.understudy.bench.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.understudy.swap.judge.Span;

/** One recorded generation: its spans, from the flip on. Written by one thread, then only read. */
final class Take {
    private static final long COLD_NANOS = 10_000_000_000L;
    private static final long LEAST_HEAP = 1_000_000;
    private static final int SHORTEST_PIECE = 20;
    private static final int LONGEST_PIECE = 100;

    private final long beganNanos;
    private final List<Span> spans = new ArrayList<>();
    private int warm;

    Take(long beganNanos) {
        this.beganNanos = beganNanos;
    }

    void add(Span span) {
        spans.add(span);
        if (span.beganNanos() - beganNanos < COLD_NANOS) {
            warm = spans.size();
        }
    }

    /** How long it was recorded when it was warm, in spans. */
    int warmSpans() {
        return spans.size() - warm;
    }

    /**
     * The generation as it may go on: first as it was recorded while it was fresh, then in pieces of two to ten seconds of
     * its warm time, in any order. What lies within a piece stays together: slow stretches, bursts and collections.
     *
     * @param began when it begins
     * @param nanos how long it lasts
     */
    List<Span> fromTheFlip(Random random, long began, long nanos) {
        List<Span> result = new ArrayList<>();
        long now = append(result, spans.subList(0, warm), began, began + nanos);
        return lengthen(result, random, now, began + nanos);
    }

    /** The generation when it has been warm for long: pieces of its warm time. */
    List<Span> warm(Random random, long began, long nanos) {
        return lengthen(new ArrayList<>(), random, began, began + nanos);
    }

    private List<Span> lengthen(List<Span> result, Random random, long from, long until) {
        long now = from;
        while (now < until) {
            int length = Math.min(warmSpans(), SHORTEST_PIECE + random.nextInt(LONGEST_PIECE - SHORTEST_PIECE + 1));
            int first = warm + random.nextInt(warmSpans() - length + 1);
            now = append(result, spans.subList(first, first + length), now, until);
        }
        return result;
    }

    /** The heap goes on from where it was: what a piece says is how it grows and falls. */
    private static long append(List<Span> to, List<Span> piece, long from, long until) {
        long now = from;
        long more = to.isEmpty()
                ? 0
                : to.get(to.size() - 1).heapAfterGcBytes() - piece.get(0).heapAfterGcBytes();
        for (Span span : piece) {
            if (now >= until) {
                return now;
            }
            long end = now + span.endedNanos() - span.beganNanos();
            to.add(new Span(
                    now,
                    end,
                    span.calls(),
                    span.failures(),
                    span.latencyNanos(),
                    span.processCpu(),
                    span.gcShare(),
                    Math.max(LEAST_HEAP, span.heapAfterGcBytes() + more),
                    span.metrics(),
                    span.weather()));
            now = end;
        }
        return now;
    }
}
