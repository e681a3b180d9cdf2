package org.understudy.swap.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.swap.journal.outage.ForgetfulDisk;
import org.understudy.swap.journal.outage.MemoryDisk;

/** No room, no access, and things in the folder that do not belong there. */
class AdversityTest {
    private static final Path HOME = Path.of("/somewhere");

    @TempDir
    Path home;

    private Journal open() throws JournalException {
        return open(home.resolve("journal"));
    }

    private static Journal open(Path folder) throws JournalException {
        return Journal.open(new RealDisk(), folder, () -> Witness.NOON);
    }

    private void assertDoesNotOpen(String... parts) {
        JournalException refusal = assertThrows(JournalException.class, this::open);
        for (String part : parts) {
            assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        }
    }

    private static List<String> texts(Journal journal) {
        return journal.replay().stream().map(Witness::text).toList();
    }

    @Test
    void whereverTheRoomEndsWhatWasAcceptedStaysAndWhatWasRefusedDoesNotCome() throws IOException {
        int refusals = 0;
        for (int room = 0; room < 2600; room += 7) {
            MemoryDisk memory = new MemoryDisk(HOME);
            ForgetfulDisk disk = new ForgetfulDisk(HOME, memory).room(room);
            Witness witness = new Witness();
            try {
                Plays.life(disk, HOME, witness);
            } catch (JournalException e) {
                assertTrue(e.getMessage().contains("No space left on device; make room"), e.getMessage());
                refusals++;
            }
            assertEquals(List.of(), witness.complaints(memory, HOME), "room for " + room);
        }
        assertTrue(refusals > 0, "no room to begin with");
    }

    @Test
    void whenThereIsRoomAgainTheJournalGoesOn() throws Exception {
        ForgetfulDisk disk = new ForgetfulDisk(HOME, new MemoryDisk(HOME));
        try (Journal journal = Journal.open(disk, Witness.folder(HOME), () -> Witness.NOON)) {
            journal.append("flip", Witness.body("one"));
            disk.room(20);
            JournalException refusal =
                    assertThrows(JournalException.class, () -> journal.append("flip", Witness.body("two")));
            assertTrue(refusal.getMessage().contains("did not take the entry 2: No space left on device; make room"));
            assertThrows(JournalException.class, () -> journal.checkpoint("state", Witness.body("three")));
            disk.room(10_000);

            assertEquals(2, journal.append("flip", Witness.body("four")));
            journal.checkpoint("state", Witness.body("five"));
        }

        try (Journal journal = Journal.open(disk, Witness.folder(HOME), () -> Witness.NOON)) {
            assertEquals(List.of(), journal.findings());
            assertEquals(
                    List.of("one", "four", "five"),
                    journal.history().map(Witness::text).toList());
        }
    }

    @Test
    void untilWhatWasRefusedIsTakenBackNothingIsAccepted() throws Exception {
        ForgetfulDisk disk = new ForgetfulDisk(HOME, new MemoryDisk(HOME));
        try (Journal journal = Journal.open(disk, Witness.folder(HOME), () -> Witness.NOON)) {
            journal.append("flip", Witness.body("one"));
            int written = disk.steps() + 1;
            disk.failing(step -> step > written);
            JournalException undecided =
                    assertThrows(JournalException.class, () -> journal.append("flip", Witness.body("two")));
            assertTrue(undecided.undecided(), undecided.getMessage());
            JournalException refused =
                    assertThrows(JournalException.class, () -> journal.append("flip", Witness.body("three")));
            assertTrue(refused.getMessage().contains("until then nothing is accepted"), refused.getMessage());

            disk.failing(step -> false);
            assertEquals(2, journal.append("flip", Witness.body("four")));
        }

        try (Journal journal = Journal.open(disk, Witness.folder(HOME), () -> Witness.NOON)) {
            assertEquals(List.of("one", "four"), texts(journal));
        }
    }

    /** The same as above on a file system that is really full, where the machine lets us have one. */
    @Test
    void aFullFileSystemRefusesAndLosesNothing() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", home.toString()), "may not mount");
        List<String> accepted = new ArrayList<>();
        try {
            try (Journal journal = open()) {
                JournalException refusal = assertThrows(JournalException.class, () -> {
                    for (int i = 0; i < 1000; i++) {
                        journal.append("flip", Witness.body("entry " + i));
                        accepted.add("entry " + i);
                    }
                });
                assertTrue(refusal.getMessage().contains("No space left on device"), refusal.getMessage());
                assertThrows(JournalException.class, () -> journal.checkpoint("state", Witness.body("x".repeat(9000))));
            }
            try (Journal journal = open()) {
                assertEquals(List.of(), journal.findings());
                assertEquals(accepted, texts(journal));
            }
        } finally {
            run("umount", home.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aDiskThatCanOnlyBeReadIsRefused() throws Exception {
        MemoryDisk memory = new MemoryDisk(HOME);
        Path folder = Witness.folder(HOME);
        try (Journal journal = Journal.open(memory, folder, () -> Witness.NOON)) {
            journal.append("flip", Witness.body("one"));
        }

        for (Disk disk : List.of(
                new ForgetfulDisk(HOME, memory).readOnly(), new ForgetfulDisk(HOME, new MemoryDisk(HOME)).readOnly())) {
            JournalException refusal =
                    assertThrows(JournalException.class, () -> Journal.open(disk, folder, () -> Witness.NOON));
            assertTrue(
                    refusal.getMessage()
                            .contains(folder + " cannot be used as the journal: Read-only file system; make"),
                    refusal.getMessage());
        }
    }

    @Test
    void whatLiesAboveTheHomeNeedNotBeOurs() throws Exception {
        MemoryDisk memory = new MemoryDisk(HOME);
        Disk disk = new ForgetfulDisk(HOME, memory) {
            @Override
            public boolean mayChange(Path folder) {
                return folder.startsWith(HOME.resolve("home"));
            }

            @Override
            public void force(Path folder) throws IOException {
                if (!mayChange(folder)) {
                    throw new IOException("Invalid argument");
                }
                super.force(folder);
            }
        };

        try (Journal journal = Journal.open(disk, Witness.folder(HOME), () -> Witness.NOON)) {
            assertEquals(1, journal.append("flip", Witness.body("one")));
        }
    }

    @Test
    void aFolderWithoutAccessIsRefused() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
        }
        Path folder = home.resolve("journal");
        assertTrue(folder.toFile().setWritable(false));
        Path file = Files.list(folder).findFirst().orElseThrow();
        assertTrue(file.toFile().setWritable(false));
        try {
            assumeTrue(!Files.isWritable(file), "an administrator has access to everything");
            assertDoesNotOpen(folder.toString(), "make room or give access");
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void filesOfTwoHomesAreNotMixed() throws Exception {
        try (Journal ours = open();
                Journal theirs = open(home.resolve("other"))) {
            ours.append("flip", Witness.body("ours"));
            theirs.append("flip", Witness.body("theirs"));
            theirs.checkpoint("state", Witness.body("theirs"));
        }
        Files.copy(home.resolve("other/000000000002.log"), home.resolve("journal/000000000002.log"));

        assertDoesNotOpen("000000000002.log belongs to the home", "000000000001.log", "move away");
    }

    @Test
    void filesOfTwoHomesAreNotMixedEvenIfTheFirstLineOfOneIsDamaged() throws Exception {
        filesOfTwoHomesAreNotMixed();
        Path file = home.resolve("journal/000000000002.log");
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);

        assertDoesNotOpen("000000000002.log belongs to the home", "000000000001.log", "move away");
    }

    @Test
    void entriesOfAnotherHomeInAFileOfOursDoNotCount() throws Exception {
        try (Journal ours = open();
                Journal theirs = open(home.resolve("other"))) {
            ours.append("flip", Witness.body("one"));
            theirs.append("flip", Witness.body("one"));
            theirs.append("flip", Witness.body("two"));
        }
        String line = Files.readAllLines(home.resolve("other/000000000001.log")).get(2) + "\n";
        Path file = home.resolve("journal/000000000001.log");
        Files.writeString(file, Files.readString(file) + line);

        try (Journal journal = open()) {
            assertEquals(List.of("one"), texts(journal));
            assertEquals(1, journal.findings().size());
        }
    }

    @Test
    void aNewerFormatIsLeftToTheVersionThatWroteIt() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
        }
        byte[] header = Checked.line(Checked.object().put("journal", 2).put("product", "9.1.0"));
        Path file = home.resolve("journal/000000000007.log");
        Files.write(file, header);
        byte[] before = Files.readAllBytes(file);

        assertDoesNotOpen(file.toString(), "format 2", "9.1.0", "start it with that version");
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(file));
    }

    @Test
    void aFileUnderAnotherNumberIsRefused() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
        }
        Files.move(home.resolve("journal/000000000001.log"), home.resolve("journal/000000000009.log"));

        assertDoesNotOpen("000000000009.log is misnamed", "give it back the name 000000000001.log");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws Exception {
        Files.createFile(home.resolve("journal"));

        assertDoesNotOpen(home.resolve("journal").toString(), "is a file", "move it away");
    }

    @Test
    void whatDoesNotBelongInTheFolderIsNamedAndLeftAlone() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
        }
        Path note = Files.writeString(home.resolve("journal/note.txt"), "remember");
        Path copy = Files.createDirectory(home.resolve("journal/000000000003.log"));

        try (Journal journal = open()) {
            assertEquals(2, journal.findings().size());
            assertTrue(journal.findings().get(0).contains(copy.toString()));
            assertTrue(journal.findings().get(1).contains(note.toString()));
            assertEquals(List.of("one"), texts(journal));
            journal.append("flip", Witness.body("two"));
        }
        assertEquals("remember", Files.readString(note));
    }

    @Test
    void aFolderInThePlaceOfTheNextFileRefusesTheCheckpointAndNothingElse() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
            Files.createDirectory(home.resolve("journal/000000000002.log"));
            JournalException refusal =
                    assertThrows(JournalException.class, () -> journal.checkpoint("state", Witness.body("two")));
            assertTrue(refusal.getMessage().contains("000000000002.log could not be begun"), refusal.getMessage());
            journal.append("flip", Witness.body("three"));
        }

        try (Journal journal = open()) {
            assertEquals(List.of("one", "three"), texts(journal));
        }
    }

    @Test
    void whatWasNotFinishedIsClearedAway() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", Witness.body("one"));
        }
        Files.createFile(home.resolve("journal/000000000002.log.part"));

        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
        }
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            assertEquals(1, files.count());
        }
    }
}
