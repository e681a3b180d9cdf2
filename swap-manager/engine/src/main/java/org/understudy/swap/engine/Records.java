package org.understudy.swap.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.Timing;
import org.understudy.swap.Verdict;
import org.understudy.swap.journal.Entry;
import org.understudy.swap.journal.Journal;

/** The swaps of the home as its journal tells them, read from it at each question. Safe for use by many threads. */
final class Records {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    private final Journal journal;

    Records(Journal journal) {
        this.journal = journal;
    }

    /** The latest swaps, the latest first. */
    List<SwapRecord> latest(int limit) {
        List<SwapRecord> all = new ArrayList<>(read());
        Collections.reverse(all);
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** The swap of this number. */
    Optional<SwapRecord> find(long number) {
        return read().stream().filter(record -> record.number() == number).findFirst();
    }

    private Collection<SwapRecord> read() {
        Reading reading = new Reading();
        try (Stream<Entry> entries = journal.history()) {
            entries.forEach(reading::take);
        }
        return reading.records();
    }

    /** One passage through the journal. */
    private static final class Reading {
        private final Map<Long, Swap> swaps = new TreeMap<>();
        /** The swap that the provisional version of a resource came with, by resource. */
        private final Map<String, Long> provisional = new HashMap<>();

        void take(Entry entry) {
            try {
                FactWriter.Said said = FactWriter.read(entry);
                said.fact().ifPresent(fact -> take(entry.at(), fact));
                said.states().forEach((resource, state) -> stands(entry.at(), said.fact(), resource, state));
            } catch (Refusal e) {
                LOG.warn("{}", e.getMessage());
            }
        }

        private void take(Instant at, Fact fact) {
            if (fact instanceof Fact.Begun begun) {
                swaps.put(begun.swap(), new Swap(at, begun));
            } else if (fact instanceof Fact.Flipped flipped) {
                decided(flipped.swap(), at, "flipped", "", "", null).end = SwapRecord.End.COMMITTED;
            } else if (fact instanceof Fact.Ended ended) {
                Optional.ofNullable(swaps.get(ended.swap())).ifPresent(swap -> swap.ended(ended));
            } else if (fact instanceof Fact.Judged judged) {
                Verdict verdict = judged.verdict();
                decided(judged.swap(), at, "judged", "judge", judged.resource() + ": " + verdict.reason(), verdict);
            } else if (fact instanceof Fact.Committed committed) {
                decided(committed.swap(), at, "committed", committed.by(), committed.reason(), null).end =
                        SwapRecord.End.COMMITTED;
            } else if (fact instanceof Fact.Paused paused) {
                decided(paused.swap(), at, paused.paused() ? "paused" : "resumed", paused.by(), paused.reason(), null);
            } else if (fact instanceof Fact.Booted) {
                swaps.values().stream()
                        .filter(swap -> swap.end == SwapRecord.End.RUNNING)
                        .forEach(swap -> swap.end = SwapRecord.End.CUT_OFF);
            }
        }

        private Swap decided(long number, Instant at, String what, String by, String reason, Verdict verdict) {
            Swap swap = swaps.getOrDefault(number, Swap.lost());
            swap.decisions.add(new SwapRecord.Decision(at, what, by, reason, Optional.ofNullable(verdict)));
            return swap;
        }

        /** A version is provisional from the state that says so until one that does not, or says so of another. */
        private void stands(Instant at, Optional<Fact> fact, String resource, KeptState state) {
            Long now = state.provisional() == null
                    ? null
                    : Long.valueOf(state.provisional().swap());
            Long before = now == null ? provisional.remove(resource) : provisional.put(resource, now);
            if (now != null && swaps.containsKey(now)) {
                swaps.get(now).end = SwapRecord.End.PROVISIONAL;
            }
            Swap left = before == null || before.equals(now) ? null : swaps.get(before);
            if (left != null && left.end == SwapRecord.End.PROVISIONAL) {
                left.end = SwapRecord.End.TAKEN_BACK;
                left.decisions.add(takenBack(at, fact));
            }
        }

        private SwapRecord.Decision takenBack(Instant at, Optional<Fact> fact) {
            Optional<Swap> by = fact.filter(Fact.Flipped.class::isInstance)
                    .map(flipped -> swaps.get(((Fact.Flipped) flipped).swap()));
            return new SwapRecord.Decision(
                    at,
                    "takenBack",
                    by.map(swap -> swap.begun.by()).orElse("understudy"),
                    by.map(swap -> swap.begun.cause())
                            .orElse("the process ended, otherwise than in good order, before it had stood"),
                    Optional.empty());
        }

        List<SwapRecord> records() {
            return swaps.values().stream().map(Swap::record).toList();
        }
    }

    /** One swap, as far as was read. */
    private static final class Swap {
        private final Instant at;
        private final Fact.Begun begun;
        private final List<SwapRecord.Decision> decisions = new ArrayList<>();
        private List<SwapRecord.Member> members;
        private SwapRecord.End end = SwapRecord.End.RUNNING;

        private Swap(Instant at, Fact.Begun begun) {
            this.at = at;
            this.begun = begun;
            this.members = begun.members().stream()
                    .map(member -> new SwapRecord.Member(
                            member.resource(),
                            Optional.ofNullable(member.from()),
                            Optional.ofNullable(member.to()),
                            "",
                            "",
                            Timing.NONE))
                    .toList();
        }

        /** Of a swap whose beginning the journal has lost: what is known of it goes nowhere. */
        private static Swap lost() {
            return new Swap(Instant.EPOCH, new Fact.Begun(0, false, "", "", List.of()));
        }

        private void ended(Fact.Ended ended) {
            members = ended.results().stream()
                    .map(result -> new SwapRecord.Member(
                            result.resource(),
                            Optional.ofNullable(result.from()),
                            Optional.ofNullable(result.to()),
                            result.outcome(),
                            result.reason() == null ? "" : result.reason(),
                            result.timing() == null ? Timing.NONE : result.timing()))
                    .toList();
            if (end == SwapRecord.End.RUNNING) {
                end = SwapRecord.End.REFUSED;
            }
        }

        private SwapRecord record() {
            return new SwapRecord(
                    begun.swap(), at, begun.back(), text(begun.by()), text(begun.cause()), members, end, decisions);
        }

        private static String text(String read) {
            return read == null ? "" : read;
        }
    }
}
