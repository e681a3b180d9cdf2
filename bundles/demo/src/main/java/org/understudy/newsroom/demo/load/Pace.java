package org.understudy.newsroom.demo.load;

import java.util.concurrent.locks.LockSupport;

/**
 * The intended starts of an open loop: evenly spaced, whatever became of the calls before.
 *
 * @param firstNanos the first one, a {@link System#nanoTime} value
 * @param intervalNanos from one to the next; positive
 */
record Pace(long firstNanos, double intervalNanos) {
    long start(long number) {
        return firstNanos + (long) (number * intervalNanos);
    }

    /** Waits for an instant; returns at once when it has passed, or when the thread is interrupted. */
    static void await(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
