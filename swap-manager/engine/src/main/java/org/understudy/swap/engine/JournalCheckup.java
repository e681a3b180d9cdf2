package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.understudy.doctor.Ailment.Area;
import org.understudy.doctor.Ailment.Severity;
import org.understudy.swap.journal.Entry;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.Segment;

/**
 * Whether every entry of the journal can be read back from the disk, and says what the runtime goes by. A damaged file is
 * left as it is, as evidence: what can be done is to have nothing hang on it any more, and to write down that it is known.
 */
final class JournalCheckup implements Checkup {
    private static final int LOOKS = 3;
    private static final String HISTORY = "nothing that runs hangs on it, but what `swaps` and `why` tell";

    private final Journal journal;
    private final Ledger ledger;

    JournalCheckup(Journal journal, Ledger ledger) {
        this.journal = journal;
        this.ledger = ledger;
    }

    @Override
    public Area area() {
        return Area.JOURNAL;
    }

    @Override
    public List<Complaint> look() throws Refusal {
        try {
            List<Complaint> found = new ArrayList<>();
            List<Segment> segments = journal.segments();
            Tale tale = Tale.of(journal);
            found.addAll(tale.misunderstood());
            tale.booted()
                    .forEach(note -> found.add(Complaint.note(
                            Area.JOURNAL, "found at this start: " + note, "nothing is left to be done about it")));
            for (Segment segment : segments) {
                if (!segment.sound()) {
                    found.add(damaged(segment, tale));
                }
            }
            found.addAll(gaps(segments, tale));
            if (found.stream().noneMatch(JournalCheckup::isError)) {
                contradictions(found);
            }
            strays(found);
            return found;
        } catch (IOException e) {
            throw new Refusal("the folder of the journal could not be read: " + Reasons.of(e), e);
        }
    }

    private Complaint damaged(Segment segment, Tale tale) {
        String name = segment.file().getFileName().toString();
        String what = String.join("; ", segment.damage());
        if (segment.sha256().equals(tale.mourned().get(name))) {
            return Complaint.note(Area.JOURNAL, what, "that is known, and nothing hangs on it");
        }
        if (segment.file().compareTo(tale.checkpoint(segment.file().getParent())) < 0) {
            return Complaint.warning(Area.JOURNAL, what, HISTORY)
                    .curedBy(
                            "writes down that it is known; the file stays as evidence (or bring it back from a copy by"
                                    + " hand)",
                            () -> mourn(segment));
        }
        return Complaint.error(Area.JOURNAL, what, "the next start goes by this file: it would not know what is lost")
                .curedBy("writes all that is known into a new file, and that this one is damaged", () -> {
                    ledger.checkpoint();
                    return "all that is known was written into a new file, and " + mourn(segment);
                });
    }

    private static boolean isError(Complaint complaint) {
        return complaint.ailment().severity() == Severity.ERROR;
    }

    private String mourn(Segment segment) throws Refusal {
        return mourn(segment, segment.damage());
    }

    private String mourn(Segment segment, List<String> damage) throws Refusal {
        String name = segment.file().getFileName().toString();
        ledger.tell(new Fact.Mourned(name, segment.sha256(), damage));
        return "the journal says that " + name + " is damaged";
    }

    /** Files that are sound in themselves, but do not follow each other. */
    private List<Complaint> gaps(List<Segment> segments, Tale tale) {
        List<Complaint> found = new ArrayList<>();
        for (int i = 1; i < segments.size(); i++) {
            Segment before = segments.get(i - 1);
            Segment next = segments.get(i);
            boolean follows = next.first() == before.last() + 1;
            String known = tale.mourned().get(before.file().getFileName().toString());
            if (!follows && before.sound() && next.sound() && !before.sha256().equals(known)) {
                String what = before.file() + " ends with entry " + before.last() + ", and the next begins with "
                        + next.first() + ": what was between is lost";
                found.add(Complaint.warning(Area.JOURNAL, what, HISTORY)
                        .curedBy("writes down that it is known", () -> mourn(before, List.of(what))));
            }
        }
        return found;
    }

    /** What the disk says is compared with what the runtime knows while neither changes. */
    private void contradictions(List<Complaint> found) {
        for (int look = 0; look < LOOKS; look++) {
            Map<String, KeptState> known = ledger.kept();
            Map<String, KeptState> written = Tale.of(journal).states();
            if (known.equals(ledger.kept())) {
                Set<String> names = new TreeSet<>(known.keySet());
                names.addAll(written.keySet());
                names.removeIf(name -> same(known.get(name), written.get(name)));
                if (!names.isEmpty()) {
                    found.add(Complaint.error(
                                    Area.JOURNAL,
                                    "what can be read of the journal is not what is known of "
                                            + String.join(", ", names),
                                    "the next start would go by what can be read")
                            .curedBy("writes all that is known into a new file", () -> {
                                ledger.checkpoint();
                                return "all that is known was written into a new file";
                            }));
                }
                return;
            }
        }
        found.add(Complaint.note(
                Area.JOURNAL,
                "it grew while it was read",
                "whether it says what is known was not compared: ask again"));
    }

    private static boolean same(KeptState known, KeptState written) {
        boolean nothing = (known == null || known.isNothing()) && (written == null || written.isNothing());
        return nothing || Objects.equals(known, written);
    }

    private void strays(List<Complaint> found) throws IOException {
        Journal.Strays strays = journal.strays();
        for (Path path : strays.unfinished()) {
            found.add(
                    Complaint.warning(Area.JOURNAL, path + " was never finished", "it says nothing, and takes up room")
                            .curedBy("deletes it", () -> clearAway(path)));
        }
        for (Path path : strays.strangers()) {
            found.add(Complaint.warning(
                            Area.JOURNAL,
                            path + " is no file of the journal",
                            "a file of a journal that was not there at the start says things that nobody has heard")
                    .byHand("move it away"));
        }
    }

    private String clearAway(Path path) throws Refusal {
        try {
            journal.clearAway();
            return path + " was deleted";
        } catch (IOException e) {
            throw new Refusal(path + " could not be deleted: " + Reasons.of(e), e);
        }
    }

    /** What can be read of the journal now, from its first entry to its last. */
    private static final class Tale {
        private final Map<String, KeptState> states = new TreeMap<>();
        private final Map<String, String> mourned = new HashMap<>();
        private final List<Complaint> misunderstood = new ArrayList<>();
        private List<String> booted = List.of();
        private long checkpoint;

        static Tale of(Journal journal) {
            Tale tale = new Tale();
            try (Stream<Entry> entries = journal.history()) {
                entries.forEach(tale::hear);
            }
            return tale;
        }

        private void hear(Entry entry) {
            try {
                FactWriter.Said said = FactWriter.read(entry);
                Fact fact = said.fact().orElse(null);
                if (fact instanceof Fact.Checkpoint) {
                    checkpoint = entry.sequence();
                    states.clear(); // it stands for everything before it
                }
                states.putAll(said.states());
                if (fact instanceof Fact.Booted start) {
                    booted = start.notes();
                } else if (fact instanceof Fact.Mourned loss) {
                    mourned.put(loss.file(), loss.sha256());
                }
            } catch (Refusal e) {
                misunderstood.add(
                        Complaint.warning(Area.JOURNAL, e.getMessage(), "what it says is not taken into account")
                                .byHand("use the version of Understudy that has written it"));
            }
        }

        Map<String, KeptState> states() {
            return states;
        }

        /** What is known to be damaged: the digest of its content by the file's name. */
        Map<String, String> mourned() {
            return mourned;
        }

        List<Complaint> misunderstood() {
            return misunderstood;
        }

        /** What was found at the present start. */
        List<String> booted() {
            return booted;
        }

        /** The file that the next start begins with, as far as can be read. */
        Path checkpoint(Path folder) {
            return folder.resolve(String.format("%012d.log", checkpoint));
        }
    }
}
