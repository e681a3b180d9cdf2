package org.understudy.swap.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a resource was like under its last good version: the spans of the last minute, and how earlier versions behaved
 * when they were fresh. Lives as long as the resource, and is bounded: at most 600 spans, and the cold phases of eight
 * versions in a few numbers each. Not thread-safe.
 *
 * <p>While a version is active and not on trial, each span goes into {@link #add}. While one is on trial its spans go to
 * the {@link Trial} alone; when it is committed, {@link #adopt} takes them over. When it is rolled back nothing needs to
 * be done: the version before is on stage again, and its spans go on.
 */
public final class Baseline {
    private static final int SPANS = 600;
    private static final long NANOS = 60_000_000_000L;
    private static final int COLD_PHASES = 8;
    private static final int SETTLED_BLOCKS = 20;
    private static final long COLD_NANOS = 10_000_000_000L;

    private final Deque<Span> spans = new ArrayDeque<>();
    private final Deque<ColdPhase> coldPhases = new ArrayDeque<>();
    private Optional<Long> coldUntil = Optional.empty();
    private List<Block> fresh = List.of();

    /** Adds what was observed of the active version; what is older than a minute is forgotten. */
    public void add(Span span) {
        spans.addLast(span);
        while (spans.size() > SPANS || span.endedNanos() - spans.getFirst().endedNanos() > NANOS) {
            spans.removeFirst();
        }
    }

    /**
     * The version of this trial was committed: it is what the next one will be compared with, and its first seconds are
     * remembered as those of a fresh version.
     */
    public void adopt(Trial trial) {
        spans.clear();
        fresh = trial.fresh();
        coldUntil = Optional.empty();
        if (trial.begun()) {
            coldUntil = Optional.of(trial.beganNanos() + COLD_NANOS);
            spans.addAll(trial.own().spans);
        }
    }

    /**
     * The spans to compare with: those of the warm version where there are some, else all. Also the time at which the
     * cold phase of the active version is compared with what became of it.
     */
    List<Span> settled() {
        List<Span> warm = spans.stream()
                .filter(span -> coldUntil.isEmpty() || span.beganNanos() - coldUntil.get() > 0)
                .toList();
        List<Block> blocks = Blocks.of(0, warm);
        if (blocks.size() < SETTLED_BLOCKS) {
            return new ArrayList<>(spans);
        }
        if (!fresh.isEmpty()) {
            double level = blocks.stream()
                    .mapToDouble(b -> b.level() - (Double.isNaN(b.weather()) ? 0 : b.weather()))
                    .average()
                    .orElseThrow();
            if (coldPhases.size() == COLD_PHASES) {
                coldPhases.removeFirst();
            }
            coldPhases.addLast(ColdPhase.of(fresh, level));
            fresh = List.of();
        }
        return warm;
    }

    /** How earlier versions behaved when they were fresh; ask after {@link #settled}. */
    List<ColdPhase> coldPhases() {
        return List.copyOf(coldPhases);
    }
}
