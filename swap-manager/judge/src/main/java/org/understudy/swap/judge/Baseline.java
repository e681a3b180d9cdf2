package org.understudy.swap.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a resource was like under its last good version: the spans of the last minute, and how earlier versions behaved
 * when they were fresh. Lives as long as the resource; bounded. Not thread-safe.
 */
public final class Baseline {
    private static final int SPANS = 600;
    private static final int COLD_PHASES = 4;

    private final Deque<Span> spans = new ArrayDeque<>();
    private final Deque<List<Span>> coldPhases = new ArrayDeque<>();

    /** Adds what was observed of the active version; the oldest is forgotten. Not while a version is on trial. */
    public void add(Span span) {
        spans.addLast(span);
        if (spans.size() > SPANS) {
            spans.removeFirst();
        }
    }

    /**
     * The version of this trial was committed: it is what the next one will be compared with, and its first seconds are
     * remembered as those of a fresh version.
     */
    public void adopt(Trial trial) {
        List<Span> observed = trial.observed();
        if (coldPhases.size() == COLD_PHASES) {
            coldPhases.removeFirst();
        }
        coldPhases.addLast(observed);
        observed.forEach(this::add);
    }

    List<Span> spans() {
        return new ArrayList<>(spans);
    }

    List<List<Span>> coldPhases() {
        return List.copyOf(coldPhases);
    }
}
