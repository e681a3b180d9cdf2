package org.understudy.bench.soak.inside;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/** What has happened so far in this process. Safe for use by many threads. */
final class Tally implements SwapListener {
    private static final int FAILURES_SAID = 20;
    private static final int REFUSALS_SAID = 20;

    private final AtomicLong swaps = new AtomicLong();
    private final AtomicLong rolledBack = new AtomicLong();
    private final AtomicLong takenBack = new AtomicLong();
    private final AtomicLong undecided = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final LongAdder calls = new LongAdder();
    private final AtomicLong failed = new AtomicLong();
    private final DoubleAccumulator flipMicros = new DoubleAccumulator(Math::max, 0);
    private final DoubleAccumulator gapMillis = new DoubleAccumulator(Math::max, 0);
    private final Set<String> inHands = ConcurrentHashMap.newKeySet();

    @Override
    public void on(SwapEvent event) {
        if (event instanceof SwapEvent.Flipped flipped) {
            flipMicros.accumulate((flipped.flippedNanos() - flipped.decidedNanos()) / 1e3);
            if (!flipped.back()) {
                swaps.incrementAndGet();
            } else if (inHands.contains(flipped.resource())) {
                rolledBack.incrementAndGet();
            } else {
                takenBack.incrementAndGet();
                SoakActor.say("takenBack " + flipped.resource() + " " + flipped.from() + " to " + flipped.to());
            }
        } else if (event instanceof SwapEvent.Ended ended) {
            gapMillis.accumulate(ended.result().timing().gapMillis());
        } else if (event instanceof SwapEvent.Repaired repaired) {
            failure("repaired " + repaired.resource() + ": " + repaired.what());
        }
    }

    /** Rolls back by hand: what goes back meanwhile is not the judge's doing. */
    void byHand(List<String> names, Runnable rollback) {
        inHands.addAll(names);
        try {
            rollback.run();
        } finally {
            names.forEach(inHands::remove);
        }
    }

    /** How many versions have come on stage, not counting those that came back. */
    long swaps() {
        return swaps.get();
    }

    void undecided() {
        undecided.incrementAndGet();
    }

    void refused(String reason) {
        if (refused.incrementAndGet() <= REFUSALS_SAID) {
            SoakActor.say("refused " + reason);
        }
    }

    void answered() {
        calls.increment();
    }

    /** A call failed, or something else that must not be. */
    void failure(String what) {
        if (failed.incrementAndGet() <= FAILURES_SAID) {
            SoakActor.say("failure " + what);
        }
    }

    @Override
    public String toString() {
        return "swaps=" + swaps + " rolledBack=" + rolledBack + " takenBack=" + takenBack + " undecided=" + undecided
                + " refused=" + refused + " calls=" + (calls.sum() + failed.get()) + " failed=" + failed
                + " flipNanos=" + Math.round(flipMicros.get() * 1e3) + " gapMicros="
                + Math.round(gapMillis.get() * 1e3);
    }
}
