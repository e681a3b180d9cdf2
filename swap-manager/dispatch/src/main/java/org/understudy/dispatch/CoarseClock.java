package org.understudy.dispatch;

/**
 * A clock that costs its readers one load: it stands still between two advances. Calls are stamped with it, so that the
 * oldest one is known as exactly as somebody advances it. Safe for use by many threads.
 */
public final class CoarseClock {
    private static volatile long now = System.nanoTime();

    private CoarseClock() {}

    /** The {@link System#nanoTime} value of the last advance. */
    static long now() {
        return now;
    }

    /** Sets it to what {@link System#nanoTime} says; to be called a few times a second by whoever watches. */
    public static void advance() {
        advanceTo(System.nanoTime());
    }

    static void advanceTo(long nanos) {
        now = nanos;
    }
}
