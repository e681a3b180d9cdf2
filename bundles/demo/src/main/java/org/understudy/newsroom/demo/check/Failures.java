package org.understudy.newsroom.demo.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers failures in words, one line for each reason with the first time it was met, so that a broken promise can
 * be looked into. Keeps no exception, since an exception keeps the class loader that threw it. Safe for use by many
 * threads.
 */
public final class Failures {
    private static final int REASONS = 60;

    private final long startNanos;
    private final Map<String, Met> byReason = new LinkedHashMap<>();

    private static final class Met {
        private final String first;
        private long times;

        Met(String first) {
            this.first = first;
        }
    }

    /** Times are told from this instant on. */
    public Failures(long startNanos) {
        this.startNanos = startNanos;
    }

    /** Takes note of one. */
    public synchronized void add(String where, String what) {
        Met met = byReason.get(what);
        if (met == null && byReason.size() < REASONS) {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            met = new Met(String.format("first after %.3f s by %s", seconds, where));
            byReason.put(what, met);
        }
        if (met != null) {
            met.times++;
        }
    }

    /** The reasons, in the order in which they were first met. */
    public synchronized List<String> lines() {
        return byReason.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().times + " times, " + e.getValue().first)
                .toList();
    }
}
