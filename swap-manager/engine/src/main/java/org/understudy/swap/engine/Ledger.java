package org.understudy.swap.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.understudy.swap.SlotSide;

/**
 * The state of all resources on disk, and the runtime's counter of flips. One flip at a time: the state that is to be
 * is on disk before the pointer moves and becomes valid after it.
 */
final class Ledger {
    private final StateFile file;
    private final ReentrantLock flipping = new ReentrantLock();
    private final Map<String, StateFile.Entry> entries = new TreeMap<>();
    private int flips;

    Ledger(StateFile file) {
        this.file = file;
    }

    /** What happens between the two halves of a state change. */
    interface Change {
        void apply() throws Refusal;
    }

    /** Reads what an earlier run has left. */
    Map<String, StateFile.Entry> load() throws Refusal {
        flipping.lock();
        try {
            StateFile.Content content = file.read();
            entries.putAll(content.resources());
            flips = content.flips();
            return Map.copyOf(entries);
        } finally {
            flipping.unlock();
        }
    }

    /** The number of the next flip; asked for inside {@link #change} only. */
    int next() {
        return flips + 1;
    }

    /** Holds flips back while something is done that needs the number of the next one. */
    void exclusively(Change work) throws Refusal {
        flipping.lock();
        try {
            work.apply();
        } finally {
            flipping.unlock();
        }
    }

    /**
     * Makes the new states of resources durable, all or none, around the change that makes them true. The change is not
     * begun if the states cannot be written.
     */
    void change(Collection<ResourceState> next, Change flip) throws Refusal {
        flipping.lock();
        try {
            Map<String, StateFile.Entry> before = new TreeMap<>(entries);
            int flipsBefore = flips;
            for (ResourceState state : next) {
                entries.put(state.spec().name(), entry(state));
                flips = Math.max(flips, state.rank());
            }
            try {
                file.prepare(new StateFile.Content(1, flips, entries));
                flip.apply();
            } catch (Refusal | RuntimeException e) {
                flips = flipsBefore;
                entries.clear();
                entries.putAll(before);
                throw e;
            }
            file.commit();
        } finally {
            flipping.unlock();
        }
    }

    /** The digests of all artifacts that the state on disk names. */
    Set<String> pinned() {
        flipping.lock();
        try {
            Set<String> digests = new HashSet<>();
            for (StateFile.Entry entry : entries.values()) {
                Optional.ofNullable(entry.a()).ifPresent(digests::add);
                Optional.ofNullable(entry.b()).ifPresent(digests::add);
                digests.addAll(entry.past());
            }
            return digests;
        } finally {
            flipping.unlock();
        }
    }

    private static StateFile.Entry entry(ResourceState state) {
        return new StateFile.Entry(
                state.spec().criticality(),
                digest(state.slot(SlotSide.A)),
                digest(state.slot(SlotSide.B)),
                state.active().orElse(null),
                state.past().stream().map(Artifact::digest).toList(),
                state.known(),
                state.rank(),
                state.group());
    }

    private static String digest(ResourceState.Slot slot) {
        return slot.artifact().map(Artifact::digest).orElse(null);
    }
}
