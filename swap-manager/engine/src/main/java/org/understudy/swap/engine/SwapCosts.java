package org.understudy.swap.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.understudy.swap.Timing;

/** What the latest swaps of a resource have cost. Safe for use by many threads. */
final class SwapCosts {
    private static final int REMEMBERED = 9;

    private final Deque<Double> latest = new ArrayDeque<>();

    /** Another swap has ended. */
    synchronized void add(Timing timing) {
        if (latest.size() == REMEMBERED) {
            latest.removeFirst();
        }
        latest.addLast(timing.prepareMillis() + timing.gapMillis());
    }

    /** The median, which one swap on a busy machine does not change; 0 where there was none yet. */
    synchronized double millis() {
        return latest.isEmpty() ? 0 : latest.stream().sorted().toList().get(latest.size() / 2);
    }
}
