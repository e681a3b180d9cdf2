package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Uses a journal and remembers what it was promised, so as to find out later which promise is broken. */
final class Witness {
    static final String CHECKPOINT = "state";
    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final TreeMap<Long, String> acknowledged = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private String home;
    private int written;

    Witness() {}

    /** One that has seen the same. */
    Witness(Witness other) {
        acknowledged.putAll(other.acknowledged);
        refused.addAll(other.refused);
        doubtful.addAll(other.doubtful);
        home = other.home;
        written = other.written;
    }

    static Path folder(Path home) {
        return home.resolve("home").resolve("journal");
    }

    static JsonNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    static String text(Entry entry) {
        return entry.body().path("text").asText();
    }

    /** Opens a journal; what it shows must never be lost again. */
    Journal open(Disk disk, Path home) throws JournalException {
        Journal journal = Journal.open(disk, folder(home), () -> NOON);
        for (Entry entry : journal.replay()) {
            acknowledged.put(entry.sequence(), text(entry));
            doubtful.remove(text(entry));
        }
        decided();
        this.home = journal.homeId();
        return journal;
    }

    /** Opens a journal and begins it anew where something was found, as every user has to. */
    Journal openAndSettle(Disk disk, Path home) throws JournalException {
        Journal journal = open(disk, home);
        if (!journal.findings().isEmpty()) {
            checkpoint(journal);
        }
        return journal;
    }

    /** Opens a journal, writes to it at once and begins it anew later, as may be done as well. */
    Journal openAndAppend(Disk disk, Path home) throws JournalException {
        Journal journal = open(disk, home);
        append(journal);
        if (journal.wantsCheckpoint()) {
            checkpoint(journal);
        }
        return journal;
    }

    void append(Journal journal) {
        String text = "entry " + ++written;
        doubtful.add(text);
        try {
            long number = journal.append("flip", body(text));
            doubtful.remove(text);
            decided();
            acknowledged.put(number, text);
        } catch (JournalException e) {
            settle(text, e);
        }
    }

    void checkpoint(Journal journal) {
        String text = "checkpoint " + ++written;
        doubtful.add(text);
        try {
            journal.checkpoint(CHECKPOINT, body(text));
            doubtful.remove(text);
            decided();
            acknowledged.put(
                    journal.history()
                            .reduce((first, second) -> second)
                            .orElseThrow()
                            .sequence(),
                    text);
        } catch (JournalException e) {
            settle(text, e);
        }
    }

    /** What was in doubt and is not there when something is shown or acknowledged must not come back. */
    private void decided() {
        refused.addAll(doubtful);
        doubtful.clear();
    }

    private void settle(String text, JournalException failure) {
        if (!failure.undecided()) {
            doubtful.remove(text);
            refused.add(text);
        }
    }

    /** What is broken in a home as it was found; empty when every promise is kept. */
    List<String> complaints(Disk disk, Path place) {
        List<String> complaints = new ArrayList<>();
        try (Journal journal = Journal.open(disk, folder(place), () -> NOON)) {
            if (home != null && !home.equals(journal.homeId())) {
                complaints.add("the home's id was " + home + " and is " + journal.homeId());
            }
            List<Entry> history = journal.history().toList();
            Set<Long> missing = new TreeSet<>(acknowledged.keySet());
            for (Entry entry : history) {
                String promised = acknowledged.get(entry.sequence());
                missing.remove(entry.sequence());
                if (promised == null && !doubtful.contains(text(entry))) {
                    complaints.add((refused.contains(text(entry)) ? "refused" : "unheard of") + ": " + entry);
                } else if (promised != null && !promised.equals(text(entry))) {
                    complaints.add("instead of " + promised + ": " + entry);
                }
            }
            missing.forEach(number -> complaints.add("lost: " + acknowledged.get(number)));
            if (!journal.replay().equals(fromTheLastCheckpoint(history))) {
                complaints.add("replayed is " + journal.replay() + " of " + history);
            }
            goesOn(disk, place, journal, complaints);
        } catch (JournalException e) {
            complaints.add("it does not open: " + e.getMessage());
        }
        return complaints;
    }

    private static List<Entry> fromTheLastCheckpoint(List<Entry> history) {
        int from = 0;
        for (int i = 0; i < history.size(); i++) {
            from = history.get(i).kind().equals(CHECKPOINT) ? i : from;
        }
        return history.subList(from, history.size());
    }

    private void goesOn(Disk disk, Path place, Journal journal, List<String> complaints) throws JournalException {
        if (!journal.findings().isEmpty()) {
            journal.checkpoint(CHECKPOINT, body("anew"));
        }
        long number = journal.append("flip", body("once more"));
        if (!acknowledged.isEmpty() && number <= acknowledged.lastKey()) {
            complaints.add("the number " + number + " was given already");
        }
        try (Journal again = Journal.open(disk, folder(place), () -> NOON)) {
            List<Entry> replay = again.replay();
            if (replay.isEmpty() || !text(replay.get(replay.size() - 1)).equals("once more")) {
                complaints.add("it does not go on after " + replay);
            }
            if (!again.findings().isEmpty()) {
                complaints.add("found again: " + again.findings());
            }
        }
    }
}
