package org.understudy.swap.monitor;

import java.util.ArrayDeque;
import java.util.Deque;

/** The rate of something that is counted, over the last few seconds. For one thread. */
final class Pace {
    private static final long WINDOW_NANOS = 5_000_000_000L;

    private final Deque<Count> counts = new ArrayDeque<>();

    private record Count(long nanos, long count) {}

    Pace(long nanos, long count) {
        counts.add(new Count(nanos, count));
    }

    /** Counted until now. */
    void count(long nanos, long count) {
        counts.addLast(new Count(nanos, count));
        while (counts.size() > 2 && nanos - counts.peekFirst().nanos > WINDOW_NANOS) {
            counts.removeFirst();
        }
    }

    /** How many a second. */
    double perSecond() {
        Count first = counts.peekFirst();
        Count last = counts.peekLast();
        return last.nanos == first.nanos ? 0 : (last.count - first.count) * 1e9 / (last.nanos - first.nanos);
    }
}
