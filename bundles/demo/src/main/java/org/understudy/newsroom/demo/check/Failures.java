package org.understudy.newsroom.demo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers the first failures in words, so that a broken promise can be looked into. Keeps no exception, since an
 * exception keeps the class loader that threw it. Safe for use by many threads.
 */
public final class Failures {
    private static final int KEPT = 40;

    private final long startNanos;
    private final AtomicLong count = new AtomicLong();
    private final List<String> first = new ArrayList<>();

    /** Times are told from this instant on. */
    public Failures(long startNanos) {
        this.startNanos = startNanos;
    }

    /** Takes note of one. */
    public void add(String where, String what) {
        if (count.incrementAndGet() <= KEPT) {
            String line = String.format("%.3f s: %s: %s", (System.nanoTime() - startNanos) / 1e9, where, what);
            synchronized (first) {
                first.add(line);
            }
        }
    }

    /** The first ones, in words. */
    public List<String> first() {
        synchronized (first) {
            return List.copyOf(first);
        }
    }
}
