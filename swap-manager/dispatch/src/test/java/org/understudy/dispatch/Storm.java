package org.understudy.dispatch;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Callers without a pause, and a swapper that stops a version as soon as it has drained. */
final class Storm {
    /** One call in so many takes its time. Few, or threads would never be interrupted at a place they did not choose. */
    private static final int LONG_CALL = 1 << 18;

    /** When it ends. */
    enum Until {
        TIME_IS_UP,
        VIOLATED
    }

    private final Entry entry;
    private final int callers;
    private final Pointer pointer = new Pointer(new Closed("nothing is on stage"));
    private final LongAdder calls = new LongAdder();
    private final LongAdder violations = new LongAdder();
    private long swaps;
    private long inside;
    private volatile boolean over;

    private static final class Version {
        private volatile boolean stopped;
    }

    Storm(Entry entry, int callers) {
        this.entry = entry;
        this.callers = callers;
    }

    void rage(Duration time, Until until) {
        Version first = new Version();
        Generation start = new Generation("first", first);
        pointer.publish(start);
        Runnable[] others = new Runnable[callers];
        Arrays.fill(others, (Runnable) this::callOn);

        new Cast(others).enact(() -> swapOn(start, first, System.nanoTime() + time.toNanos(), until));

        inside = ((Generation) pointer.route()).inside();
    }

    private void callOn() {
        long count = 0;
        while (!over) {
            call(count);
            count++;
        }
        calls.add(count);
    }

    private void call(long count) {
        int ticket = Tickets.take();
        Generation generation = entry.enter(pointer, ticket);
        try {
            Version version = (Version) generation.target(0);
            boolean stoppedBefore = version.stopped;
            if (count % LONG_CALL == 0) {
                LockSupport.parkNanos(1_000);
            }
            if (stoppedBefore || version.stopped) {
                violations.increment();
            }
        } finally {
            generation.leave(ticket);
        }
    }

    private void swapOn(Generation start, Version first, long end, Until until) {
        Generation old = start;
        Version version = first;
        while (System.nanoTime() < end && !(until == Until.VIOLATED && violations.sum() > 0)) {
            Version next = new Version();
            Generation fresh = new Generation("version " + swaps, next);
            pointer.publish(fresh);
            Drain drain = new Drain(old);
            while (!drain.done()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(20));
            }
            version.stopped = true;
            old = fresh;
            version = next;
            swaps++;
        }
        over = true;
    }

    long swaps() {
        return swaps;
    }

    long violations() {
        return violations.sum();
    }

    /** Calls that were counted in and never out. */
    long inside() {
        return inside;
    }

    @Override
    public String toString() {
        return violations + " violations in " + calls + " calls and " + swaps + " swaps";
    }
}
