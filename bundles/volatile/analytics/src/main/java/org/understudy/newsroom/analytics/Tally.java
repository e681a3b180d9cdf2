package org.understudy.newsroom.analytics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts by key, for any number of threads. Keys beyond the bound are counted together, so that a visitor who makes up
 * addresses does not fill the memory.
 */
public final class Tally {
    private final int bound;
    private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong rest = new AtomicLong();

    /** Counts this many keys singly, a few more while threads race for the last places. */
    public Tally(int bound) {
        this.bound = bound;
    }

    /** Counts one and returns how often this key was counted by now. */
    public long count(String key) {
        AtomicLong known = counts.get(key);
        if (known == null) {
            known = counts.size() < bound ? counts.computeIfAbsent(key, fresh -> new AtomicLong()) : rest;
        }
        return known.incrementAndGet();
    }
}
