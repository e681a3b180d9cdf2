package org.understudy.newsroom.demo.check;

import java.util.concurrent.TimeUnit;

/**
 * The times around swaps: from the begin of a swap until {@value #AFTERMATH_MILLIS} ms after the end of its drain. One
 * thread opens and closes, any may ask. Times are {@link System#nanoTime} values.
 */
public final class Windows {
    /** How long a window stays open after the drain, milliseconds. */
    public static final long AFTERMATH_MILLIS = 30;

    /** The same in nanoseconds. */
    public static final long AFTERMATH_NANOS = TimeUnit.MILLISECONDS.toNanos(AFTERMATH_MILLIS);

    private volatile boolean open;
    private volatile long until = System.nanoTime() - 1;

    /** A swap begins. */
    public void open() {
        open = true;
    }

    /** Its window ends then, which may lie ahead. */
    public void closeAt(long nanos) {
        until = nanos;
        open = false;
    }

    /** Whether this instant, which is about now, lies in a window. */
    public boolean contains(long nanos) {
        return open || nanos - until < 0;
    }
}
