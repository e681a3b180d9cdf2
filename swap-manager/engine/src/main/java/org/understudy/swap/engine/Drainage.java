package org.understudy.swap.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.understudy.dispatch.Drain;
import org.understudy.dispatch.Generation;
import org.understudy.swap.SlotSide;

/** The leaving of a version that was taken off stage. Safe for use by many threads. */
final class Drainage {
    private static final long FIRST_PAUSE_NANOS = 50_000;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    private final SlotSide side;
    private final String version;
    private Generation generation;
    private Drain drain;
    private final LongSupplier clock;
    private final long flippedNanos;
    private boolean over;
    private long cut;
    private long endedNanos;

    Drainage(SlotSide side, String version, Generation generation, LongSupplier clock) {
        this.side = side;
        this.version = version;
        this.generation = generation;
        this.clock = clock;
        this.drain = new Drain(generation);
        this.flippedNanos = clock.getAsLong();
    }

    SlotSide side() {
        return side;
    }

    String version() {
        return version;
    }

    synchronized Generation generation() {
        return generation;
    }

    synchronized long inside() {
        return generation == null ? 0 : generation.inside();
    }

    /** Nobody is inside any more: from now on the version is not kept from being collected by this. */
    synchronized void forget() {
        if (over() && cut == 0) {
            generation = null;
            drain = null;
        }
    }

    /** Whether all calls have left or the waiting was ended. */
    synchronized boolean over() {
        if (!over && drain.done()) {
            over = true;
            endedNanos = clock.getAsLong();
        }
        return over;
    }

    /** Ends the waiting; returns how many calls are cut by that. */
    synchronized long end() {
        if (!over()) {
            cut = generation.inside();
            over = true;
            endedNanos = clock.getAsLong();
        }
        return cut;
    }

    synchronized long cut() {
        return cut;
    }

    /** Waits until it is over, at most until the deadline; returns whether it is. */
    boolean await(long deadlineNanos) {
        return await(deadlineNanos, () -> false);
    }

    /** The same, but ends the waiting when it is no longer wanted. */
    boolean await(long deadlineNanos, BooleanSupplier unwanted) {
        long pause = FIRST_PAUSE_NANOS;
        while (!over()) {
            if (deadlineNanos - clock.getAsLong() <= 0 || unwanted.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
        return true;
    }

    /** Milliseconds from the flip to the end, or until now. */
    synchronized double millis() {
        return ((over ? endedNanos : clock.getAsLong()) - flippedNanos) / 1e6;
    }
}
