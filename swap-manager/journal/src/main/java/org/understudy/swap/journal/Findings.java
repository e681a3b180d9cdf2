package org.understudy.swap.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says for people what is wrong with files of the journal, and which entries are lost by it. */
final class Findings {
    private final List<String> sentences = new ArrayList<>();
    private Entry last;
    private long lastNumber;

    private Findings() {}

    /** What is wrong with what an opened journal starts from. */
    static List<String> of(Recovery recovery) {
        Findings findings = new Findings();
        for (Path stranger : recovery.strangers()) {
            findings.sentences.add(stranger + " is no file of the journal and is left alone");
        }
        if (!recovery.since().isEmpty()) {
            findings.beginning(recovery.since().get(0));
        }
        for (int i = 0; i < recovery.since().size(); i++) {
            boolean newest = i == recovery.since().size() - 1;
            findings.read(
                    recovery.since().get(i),
                    newest ? Optional.empty() : Optional.of(recovery.since().get(i + 1)));
        }
        return List.copyOf(findings.sentences);
    }

    /** What is wrong with one file, seen alone. */
    static List<String> of(Reading reading) {
        Findings findings = new Findings();
        findings.lastNumber = reading.named() - 1;
        findings.read(reading, Optional.empty());
        return List.copyOf(findings.sentences);
    }

    private void beginning(Reading oldest) {
        lastNumber = oldest.named() - 1;
        if (lastNumber > 0 && !oldest.beginsWithCheckpoint()) {
            sentences.add(oldest.file() + " is the oldest file, and no checkpoint in it or after it can be read: the "
                    + numbers(1, lastNumber) + " are lost");
        }
    }

    private void read(Reading reading, Optional<Reading> next) {
        List<Reading.Damage> pending = new ArrayList<>(reading.damage());
        if (reading.header().isEmpty()) {
            headless(reading, pending);
        }
        for (Line line : reading.lines()) {
            List<Reading.Damage> before = pending.stream()
                    .filter(damage -> damage.from() < line.from())
                    .toList();
            pending.removeAll(before);
            between(reading, before, line.entry());
            last = line.entry();
            lastNumber = Math.max(lastNumber, last.sequence());
        }
        end(reading, pending, next);
    }

    private void headless(Reading reading, List<Reading.Damage> pending) {
        if (reading.lines().isEmpty()) {
            return; // said as the loss of all its bytes
        }
        boolean alone = !pending.isEmpty()
                && pending.get(0).from() == 0
                && pending.get(0).pieces() == 1;
        if (alone) {
            Reading.Damage header = pending.remove(0);
            sentences.add(reading.file() + ": its first line, bytes 0 to " + (header.to() - 1)
                    + ", is damaged; no entry is lost by that, each says where it belongs");
        }
    }

    private void between(Reading reading, List<Reading.Damage> damage, Entry following) {
        long from = lastNumber + 1;
        long to = following.sequence() - 1;
        if (damage.isEmpty() && from > to) {
            return;
        }
        sentences.add(reading.file() + ": "
                + (damage.isEmpty() ? "a part of it is missing" : bytes(damage) + " are damaged")
                + (from > to ? "; no entry is lost by that" : "; lost: " + numbers(from, to))
                + when(last, following));
    }

    private void end(Reading reading, List<Reading.Damage> damage, Optional<Reading> next) {
        Optional<Header.Seal> seal = next.flatMap(Reading::header)
                .flatMap(Header::before)
                .filter(before ->
                        before.file().equals(reading.file().getFileName().toString()));
        if (seal.isPresent()) {
            sealed(reading, damage, seal.get(), next.get().named());
            lastNumber = Math.max(lastNumber, next.get().named() - 1); // numbers between the two were never given
        } else if (!damage.isEmpty()) {
            int pieces = damage.stream().mapToInt(Reading.Damage::pieces).sum();
            sentences.add(reading.file() + ": its end, " + bytes(damage) + ", is no whole entry. Either "
                    + numbers(lastNumber + 1, lastNumber + pieces)
                    + (pieces == 1 ? " was" : " were")
                    + " never written to the end and acknowledged to nobody, or damaged later and lost, together with"
                    + " whatever followed" + when(last, null));
        } else if (reading.beheaded()) {
            sentences.add(reading.file() + ": the entry that it began with is missing; lost: entry " + reading.named()
                    + " and whatever followed");
        }
    }

    private void sealed(Reading reading, List<Reading.Damage> damage, Header.Seal seal, long nextFile) {
        String end = reading.file() + ": its end" + (damage.isEmpty() ? "" : ", " + bytes(damage) + ",");
        if (seal.last() > lastNumber) {
            sentences.add(end + (damage.isEmpty() ? " is missing" : " is damaged") + "; lost: "
                    + numbers(lastNumber + 1, seal.last()) + when(last, null));
        } else if (!damage.isEmpty() && !seal.whole() && nextFile > lastNumber + 1) {
            sentences.add(end + " was damaged already when the next file was begun; lost: none but what was lost then, "
                    + numbers(lastNumber + 1, nextFile - 1) + " at most" + when(last, null));
        } else if (!damage.isEmpty()) {
            sentences.add(end + " is damaged; no entry is lost by that");
        }
    }

    private static String bytes(List<Reading.Damage> damage) {
        return "bytes " + damage.get(0).from() + " to "
                + (damage.get(damage.size() - 1).to() - 1);
    }

    private static String numbers(long from, long to) {
        return from == to ? "entry " + from : "entries " + from + " to " + to;
    }

    private static String when(Entry before, Entry after) {
        Optional<Instant> from = Optional.ofNullable(before).map(Entry::at);
        Optional<Instant> to = Optional.ofNullable(after).map(Entry::at);
        return from.map(at -> ", written after " + at).orElse("")
                + to.map(at -> (from.isPresent() ? " and" : ", written") + " before " + at)
                        .orElse("");
    }
}
