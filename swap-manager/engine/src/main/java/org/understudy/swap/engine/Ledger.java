package org.understudy.swap.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.journal.Entry;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.JournalException;

/**
 * What is known of all resources, in the journal, and the runtime's counters of flips and swaps. One flip at a time:
 * the state that is to be is in the journal, on disk, before the pointer moves. Safe for use by many threads.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Journal journal;
    private final ReentrantLock flipping = new ReentrantLock();
    private final Map<String, KeptState> kept = new TreeMap<>();
    private int flips;
    private long swaps;

    Ledger(Journal journal) {
        this.journal = journal;
    }

    /** What happens once a state is on disk. */
    interface Change {
        void apply() throws Refusal;
    }

    /**
     * What an earlier run has left.
     *
     * @param resources the states, by name
     * @param inGoodOrder whether that run ended in good order, or there was none
     * @param cutOff the swap that was under way when it ended, if one was
     */
    record Recollection(Map<String, KeptState> resources, boolean inGoodOrder, Optional<Fact.Begun> cutOff) {}

    /** Reads what an earlier run has left; to be called once, before anything else. */
    Recollection load() throws Refusal {
        flipping.lock();
        try {
            boolean inGoodOrder = true;
            Map<Long, Fact.Begun> open = new TreeMap<>();
            for (Entry entry : journal.replay()) {
                FactWriter.Said said = FactWriter.read(entry);
                kept.putAll(said.states());
                flips = Math.max(flips, said.flips());
                Fact fact = said.fact().orElse(null);
                if (fact instanceof Fact.Begun begun) {
                    swaps = Math.max(swaps, begun.swap());
                    open.put(begun.swap(), begun);
                } else if (fact instanceof Fact.Ended ended) {
                    open.remove(ended.swap());
                } else if (fact instanceof Fact.Checkpoint checkpoint) {
                    swaps = Math.max(swaps, checkpoint.swaps());
                } else if (fact instanceof Fact.Booted) {
                    open.clear();
                }
                inGoodOrder = fact instanceof Fact.Stopped || inGoodOrder && fact instanceof Fact.Checkpoint;
            }
            return new Recollection(
                    Map.copyOf(kept), inGoodOrder, open.values().stream().findFirst());
        } finally {
            flipping.unlock();
        }
    }

    /** What was repaired in the journal itself, or was lost from it. */
    List<String> findings() {
        return journal.findings();
    }

    /** The number of the next flip; asked for inside {@link #exclusively} only. */
    int next() {
        return flips + 1;
    }

    /** The number of a swap that begins now; each is given once. */
    long nextSwap() {
        flipping.lock();
        try {
            return ++swaps;
        } finally {
            flipping.unlock();
        }
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
     * Writes a fact, then makes true what it says. Where it cannot be written, nothing is begun; where what it says cannot
     * be made true, that is written too.
     *
     * @param next the new states of the resources that it changes: all or none
     */
    void change(Fact fact, Collection<ResourceState> next, Change flip) throws Refusal {
        flipping.lock();
        try {
            Map<String, KeptState> states = kept(next);
            int flipsThen = Math.max(
                    flips, next.stream().mapToInt(ResourceState::rank).max().orElse(0));
            append(fact, flipsThen, states);
            try {
                flip.apply();
            } catch (Refusal | RuntimeException e) {
                takeBack(fact, states);
                throw e;
            }
            flips = flipsThen;
            kept.putAll(states);
            checkpointIfDue();
        } finally {
            flipping.unlock();
        }
    }

    /** Writes a fact that changes the states of these resources; nothing else hangs on it. */
    void change(Fact fact, Collection<ResourceState> next) throws Refusal {
        change(fact, next, () -> {});
    }

    /** Writes a fact that changes no state. */
    void tell(Fact fact) throws Refusal {
        change(fact, List.of());
    }

    /** Writes a fact that is true whether it can be written or not. */
    void tellIfPossible(Fact fact) {
        try {
            tell(fact);
        } catch (Refusal e) {
            LOG.error("the journal lacks an entry '{}': {}", FactWriter.kind(fact), e.getMessage());
        }
    }

    private void takeBack(Fact fact, Map<String, KeptState> states) {
        if (fact instanceof Fact.Flipped flipped) {
            Map<String, KeptState> before = new TreeMap<>(states);
            before.replaceAll((name, state) -> kept.getOrDefault(name, KeptState.nothing(state.criticality())));
            try {
                append(new Fact.Undone(flipped.swap()), flips, before);
            } catch (Refusal e) {
                LOG.error("the journal is ahead of what is on stage until its next entry: {}", e.getMessage());
            }
        }
    }

    private static Map<String, KeptState> kept(Collection<ResourceState> states) {
        Map<String, KeptState> kept = new TreeMap<>();
        states.forEach(state -> kept.put(state.spec().name(), KeptState.of(state)));
        return kept;
    }

    private void append(Fact fact, int flipsThen, Map<String, KeptState> states) throws Refusal {
        try {
            journal.append(FactWriter.kind(fact), FactWriter.body(fact, flipsThen, states));
        } catch (JournalException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    private void checkpointIfDue() {
        if (journal.wantsCheckpoint()) {
            try {
                checkpoint();
            } catch (Refusal e) {
                LOG.warn("the journal goes on growing for now: {}", e.getMessage());
            }
        }
    }

    /** Has all that is known stand in a new file of the journal: from now on nothing hangs on those before. */
    void checkpoint() throws Refusal {
        flipping.lock();
        try {
            Fact.Checkpoint fact = new Fact.Checkpoint(swaps);
            journal.checkpoint(FactWriter.kind(fact), FactWriter.body(fact, flips, kept));
        } catch (JournalException e) {
            throw new Refusal(e.getMessage(), e);
        } finally {
            flipping.unlock();
        }
    }

    /** What the journal should say of every resource. */
    Map<String, KeptState> kept() {
        flipping.lock();
        try {
            return Map.copyOf(kept);
        } finally {
            flipping.unlock();
        }
    }
}
