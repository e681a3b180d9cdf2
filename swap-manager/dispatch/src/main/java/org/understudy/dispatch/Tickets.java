package org.understudy.dispatch;

/** Spreads threads over the in-flight cells, so that threads which run at the same time rarely share a cache line. */
public final class Tickets {
    static final int COUNT = 32;
    private static final int SHIFT = 64 - Integer.numberOfTrailingZeros(COUNT);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Tickets() {}

    /** The ticket of the current thread: below {@link #COUNT}; two threads may have the same. */
    public static int take() {
        return (int) (Thread.currentThread().getId() * GOLDEN >>> SHIFT);
    }
}
