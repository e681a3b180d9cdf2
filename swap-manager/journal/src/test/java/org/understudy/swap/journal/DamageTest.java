package org.understudy.swap.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.understudy.swap.journal.outage.MemoryDisk;

/**
 * A small journal of three files, the last with a checkpoint and two entries after it, damaged in every way that one
 * byte or one end can be. Never is an entry replayed that was not written, and what is missing is named by number.
 */
class DamageTest {
    private static final Path HOME = Path.of("/somewhere");
    private static final Path FOLDER = Witness.folder(HOME);
    private static final Pattern LOST =
            Pattern.compile("(?:lost: |Either )(?:entry (\\d+)|entries (\\d+) to (\\d+))(.*whatever followed)?");

    private MemoryDisk whole;
    private MemoryDisk disk;
    private List<Entry> written;
    private List<Entry> replay;
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    @BeforeEach
    void write() throws JournalException {
        disk = new MemoryDisk(HOME);
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
            journal.checkpoint("state", Witness.body("two"));
            journal.append("flip", Witness.body("three"));
            journal.append("flip", Witness.body("four"));
            journal.checkpoint("state", Witness.body("five"));
            journal.append("flip", Witness.body("six"));
            journal.append("flip", Witness.body("seven"));
            written = journal.history().toList();
        }
        try (Journal journal = open()) {
            replay = journal.replay();
        }
        whole = new MemoryDisk(disk);
    }

    private Journal open() throws JournalException {
        return Journal.open(disk, FOLDER, () -> now = now.plusSeconds(1));
    }

    private Path file(int first) {
        return Names.file(FOLDER, first);
    }

    private void put(Path file, byte[] content) throws IOException {
        try (Disk.Writing writing = disk.create(file)) {
            writing.write(content, 0, content.length);
        }
    }

    /** The numbers that the sentences say are lost, or may be. */
    private static Set<Long> named(List<String> findings) {
        Set<Long> numbers = new TreeSet<>();
        for (String finding : findings) {
            for (Matcher matcher = LOST.matcher(finding); matcher.find(); ) {
                long from = Long.parseLong(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                long to = matcher.group(1) == null ? Long.parseLong(matcher.group(3)) : from;
                LongStream.rangeClosed(from, matcher.group(4) == null ? to : 7).forEach(numbers::add);
            }
        }
        return numbers;
    }

    private static Set<Long> numbers(List<Entry> entries) {
        return entries.stream().map(Entry::sequence).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What must hold of a damaged journal; says whether anything is lost. */
    private boolean check(String how) throws JournalException {
        try (Journal journal = open()) {
            assertTrue(written.containsAll(journal.replay()), how + " made up " + journal.replay());
            Set<Long> lost = numbers(replay);
            lost.removeAll(numbers(journal.replay()));
            Set<Long> missing = new TreeSet<>(lost);
            missing.removeAll(named(journal.findings()));
            assertEquals(Set.of(), missing, how + " loses what is not named: " + journal.findings());
            assertTrue(lost.isEmpty() || !journal.findings().isEmpty(), how);
            assertFalse(journal.segments().stream().allMatch(Segment::sound), how + " is not seen in the segments");
            if (!journal.findings().isEmpty()) {
                assertTrue(journal.wantsCheckpoint(), how);
                goesOn(journal, how);
            }
            return !lost.isEmpty();
        }
    }

    private void goesOn(Journal damaged, String how) throws JournalException {
        damaged.checkpoint("state", Witness.body("anew"));
        damaged.append("flip", Witness.body("on"));
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings(), how);
            assertEquals(
                    List.of("anew", "on"),
                    journal.replay().stream().map(Witness::text).toList(),
                    how);
            assertTrue(
                    written.containsAll(journal.history()
                            .filter(entry -> !Set.of("anew", "on").contains(Witness.text(entry)))
                            .toList()),
                    how);
        }
    }

    @Test
    void noFlippedByteIsOverlookedOrBelieved() throws Exception {
        int lossless = 0;
        for (int first : List.of(1, 2, 5)) {
            byte[] sound = disk.read(file(first));
            for (int at = 0; at < sound.length; at++) {
                for (int mask : new int[] {1, at % 2 == 0 ? sound[at] ^ '\n' : sound[at]}) {
                    disk = new MemoryDisk(whole);
                    byte[] damaged = disk.read(file(first)).clone();
                    damaged[at] ^= (byte) mask;
                    if (mask != 0) {
                        put(file(first), damaged);
                        assertTrue(Recovery.of(disk, FOLDER).next() > 7, "a number would be given twice");
                        lossless += check("byte " + at + " of " + first + " xor " + mask) ? 0 : 1;
                    }
                }
            }
        }
        assertTrue(lossless > 0, "a damaged first line loses nothing");
    }

    @Test
    void noCutIsOverlookedUnlessItIsBehindAnEntryOfTheLastFile() throws Exception {
        for (int first : List.of(1, 2, 5)) {
            int length = disk.read(file(first)).length;
            for (int at = 0; at < length; at++) {
                disk = new MemoryDisk(whole);
                byte[] sound = disk.read(file(first));
                boolean clean = first == 5
                        && at > 0
                        && sound[at - 1] == '\n'
                        && new String(sound, 0, at, StandardCharsets.UTF_8).contains("\"seq\"");
                disk.cut(file(first), at);
                if (!clean) {
                    check("cut at " + at + " of " + first);
                }
            }
        }
    }

    @Test
    void aTornEndIsSaidToBeKnownUntilTheNextCheckpoint() throws Exception {
        disk.cut(file(5), disk.size(file(5)) - 3);

        try (Journal journal = open()) {
            assertTrue(
                    journal.findings().get(0).contains("Either entry 7 was never written"),
                    journal.findings().get(0));
            journal.append("flip", Witness.body("on"));
        }
        try (Journal journal = open()) {
            assertEquals(
                    List.of("five", "six", "on"),
                    journal.replay().stream().map(Witness::text).toList());
            String finding = String.join("; ", journal.findings());
            assertTrue(finding.contains("was damaged already when the next file was begun"), finding);
            assertTrue(finding.contains("entries 7 to 8 at most"), finding);
        }
    }

    @Test
    void aFileThatIsMissingIsNamed() throws Exception {
        disk.delete(file(2));

        try (Journal journal = open()) {
            Segment missing = journal.segments().get(1);
            assertFalse(missing.sound());
            assertTrue(
                    missing.damage().get(0).matches(".*000000000002.log is missing: it had \\d+ bytes up to entry 4"));
        }
    }

    @Test
    void aDamagedCheckpointIsMadeUpForByTheFileBefore() throws Exception {
        damage(5, "five");

        try (Journal journal = open()) {
            assertEquals(
                    List.of("two", "three", "four", "six", "seven"),
                    journal.replay().stream().map(Witness::text).toList());
            assertEquals(1, journal.findings().size(), journal.findings().toString());
            assertTrue(
                    journal.findings().get(0).contains("lost: entry 5"),
                    journal.findings().toString());
        }
    }

    @Test
    void twoDamagedCheckpointsAreMadeUpForByTheFileBeforeThem() throws Exception {
        damage(5, "five");
        damage(2, "two");

        try (Journal journal = open()) {
            assertEquals(
                    List.of("one", "three", "four", "six", "seven"),
                    journal.replay().stream().map(Witness::text).toList());
            assertEquals(2, journal.findings().size(), journal.findings().toString());
        }
    }

    @Test
    void damageInTheMiddleCostsNoMoreThanWhatItHits() throws Exception {
        damage(5, "six");

        try (Journal journal = open()) {
            assertEquals(
                    List.of("five", "seven"),
                    journal.replay().stream().map(Witness::text).toList());
            String finding = String.join("; ", journal.findings());
            assertTrue(
                    finding.matches(
                            ".*000000000005\\.log: bytes \\d+ to \\d+ are damaged; lost: entry 6, written after "
                                    + "2026-\\S+ and before 2026-\\S+"),
                    finding);
        }
    }

    @Test
    void aDamagedFileIsLeftAsItIsAndFollowedByAnother() throws Exception {
        byte[] damaged = damage(5, "six");

        try (Journal journal = open()) {
            assertEquals(8, journal.append("flip", Witness.body("eight")));
        }
        try (Journal journal = open()) {
            assertEquals(
                    List.of("five", "seven", "eight"),
                    journal.replay().stream().map(Witness::text).toList());
            assertEquals(1, journal.findings().size(), journal.findings().toString());
            assertTrue(journal.wantsCheckpoint());
            journal.checkpoint("state", Witness.body("anew"));
            assertFalse(journal.wantsCheckpoint());
        }

        assertArrayEquals(damaged, disk.read(file(5)));
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
            assertEquals(
                    List.of("one", "two", "three", "four", "five", "seven", "eight", "anew"),
                    journal.history().map(Witness::text).toList());
            assertEquals(
                    List.of(true, true, false, true, true),
                    journal.segments().stream().map(Segment::sound).toList());
        }
    }

    @Test
    void aJournalOfWhichNothingCanBeReadSaysSo() throws Exception {
        for (int first : List.of(1, 2, 5)) {
            put(file(first), new byte[100]);
        }

        try (Journal journal = open()) {
            assertEquals(List.of(), journal.replay());
            assertFalse(journal.findings().isEmpty());
            goesOn(journal, "all zeroes");
        }
    }

    private byte[] damage(int first, String text) throws IOException {
        byte[] content = disk.read(file(first)).clone();
        int at = new String(content, StandardCharsets.ISO_8859_1).indexOf('"' + text + '"');
        content[at + 1] ^= 1;
        put(file(first), content);
        return content;
    }
}
