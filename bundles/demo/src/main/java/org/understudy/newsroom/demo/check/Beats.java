package org.understudy.newsroom.demo.check;

import java.util.OptionalLong;

/**
 * The instants of one caller's latest good answers. One thread writes, any may read; the latest {@value #KEPT} are
 * kept.
 */
public final class Beats {
    private static final int KEPT = 1 << 16;
    private static final int MASK = KEPT - 1;

    private final long[] instants = new long[KEPT];
    private volatile long count;

    /** Notes a good answer. */
    public void add(long nanos) {
        long index = count;
        instants[(int) index & MASK] = nanos;
        count = index + 1;
    }

    /**
     * The longest time without a good answer between two instants, nanoseconds; empty where the memory does not reach
     * back that far.
     */
    public OptionalLong longestGap(long from, long to) {
        long end = count;
        long oldest = Math.max(0, end - KEPT + KEPT / 8);
        long longest = 0;
        long later = to;
        for (long i = end - 1; i >= oldest; i--) {
            long instant = instants[(int) i & MASK];
            if (instant - to > 0) {
                continue;
            }
            longest = Math.max(longest, later - Math.max(instant, from));
            later = instant;
            if (instant - from <= 0) {
                return OptionalLong.of(longest);
            }
        }
        return OptionalLong.empty();
    }
}
