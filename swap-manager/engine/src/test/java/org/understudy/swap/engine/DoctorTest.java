package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.doctor.Ailment;
import org.understudy.doctor.Ailment.Area;
import org.understudy.doctor.Ailment.Severity;
import org.understudy.doctor.Diagnosis;
import org.understudy.doctor.Doctor;
import org.understudy.swap.Candidate;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapResult;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.RealDisk;

/** A home is damaged; the damage is found, put right as far as it can be, and no longer found. */
class DoctorTest {
    private static final SlotId A = new SlotId("theme", SlotSide.A);
    private static final SlotId B = new SlotId("theme", SlotSide.B);

    @TempDir
    Path folder;

    private Path home;
    private Theatre theatre;
    private long free = Long.MAX_VALUE;

    @BeforeEach
    void playTwoVersions() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        open(new FakeHost());
        swap("1.0.0");
        swap("1.1.0");
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private void open(FakeHost host) throws Exception {
        theatre = new Theatre(home, host, Map.of());
    }

    private void restart() throws Exception {
        theatre.close();
        theatre.host.forget();
        open(theatre.host);
    }

    private void swap(String version) throws IOException {
        Path file = theatre.version("theme", version);
        SwapResult result = theatre.engine.swap("theme", Candidate.file(file));
        assertEquals("swapped", result.outcome(), result.reason());
        Files.move(file, folder.resolve(file.getFileName())); // it does not lie about in the home
    }

    private Doctor doctor() {
        return theatre.engine.doctor(new Premises(theatre.disk.disk(), home, () -> free));
    }

    /** What is found, but for what only has to be known. */
    private List<Ailment> found() {
        return doctor().examine().ailments().stream()
                .filter(ailment -> ailment.severity() != Severity.NOTE)
                .toList();
    }

    private Ailment only(Area area, Severity severity, String part) {
        List<Ailment> found = found();
        assertEquals(1, found.size(), found.toString());
        Ailment ailment = found.get(0);
        assertEquals(area, ailment.area());
        assertEquals(severity, ailment.severity());
        assertTrue(ailment.what().contains(part), ailment.what());
        return ailment;
    }

    private Diagnosis cured() {
        Diagnosis diagnosis = doctor().treat("admin");
        assertTrue(diagnosis.healthy(), diagnosis.toString());
        assertEquals(List.of(), found());
        return diagnosis;
    }

    private String journalSays() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files("journal")) {
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private Path artifact(SlotId slot) {
        return home.resolve("store").resolve(theatre.host.contents.get(slot) + ".jar");
    }

    @Test
    void aHomeThatIsWellHasNoFindings() throws Exception {
        assertEquals(List.of(), doctor().examine().ailments());

        restart();

        assertEquals(List.of(), doctor().examine().ailments());
        assertEquals(List.of(), doctor().treat("admin").treatments());
        assertFalse(journalSays().contains("treated"));
    }

    @Test
    void aRefusedSwapIsNoAilment() throws Exception {
        theatre.host.failAt(FakeHost.Step.START);
        Path next = theatre.version("theme", "1.2.0");
        theatre.engine.swap("theme", Candidate.file(next));
        theatre.host.work();
        Files.move(next, folder.resolve("next.jar"));

        assertEquals(List.of(), found());
    }

    @Test
    void aDiskThatTakesNothingIsTold() {
        theatre.disk.isFull(true);

        List<Ailment> found = found();

        assertTrue(found.stream().allMatch(ailment -> ailment.area() == Area.HOME && !ailment.curable()));
        assertTrue(
                found.stream()
                        .anyMatch(ailment -> ailment.what().contains(home.resolve("store") + " cannot be written to")),
                found.toString());
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void littleRoomIsTold() {
        free = 3L << 20;

        Ailment ailment = only(Area.HOME, Severity.WARNING, "has 3 MiB left");

        assertFalse(ailment.curable());
    }

    @Test
    void whatDoesNotBelongIntoTheHomeIsToldAndLeftAlone() throws Exception {
        Path stranger = Files.createFile(home.resolve("holiday.jpg"));
        Files.createDirectories(home.resolve("data/nobody"));

        List<Ailment> notes = doctor().treat("admin").ailments();

        assertEquals(2, notes.size(), notes.toString());
        assertTrue(notes.stream().allMatch(note -> note.severity() == Severity.NOTE), notes.toString());
        assertTrue(Files.exists(stranger));
    }

    @Test
    void aCopyThatAStartDidNotFinishIsDeleted() throws Exception {
        Path draft = Files.createFile(home.resolve("versions/.theme-1.0.0.jar.new"));
        only(Area.HOME, Severity.WARNING, draft + " is a copy");

        cured();

        assertFalse(Files.exists(draft));
    }

    @Test
    void aByteThatFlipsInTheFileThatTheNextStartGoesByCostsNothingOnceItIsTreated() throws Exception {
        flip(files("journal").get(0), "flipped");
        only(Area.JOURNAL, Severity.ERROR, "are damaged; lost: entr");

        cured();
        restart();

        assertEquals("1.1.0", theatre.call("theme"));
        assertTrue(journalSays().contains("\"kind\":\"treated\""));
        assertTrue(
                doctor().examine().ailments().stream()
                        .anyMatch(note -> note.why().contains("that is known")),
                "it is still told");
    }

    @Test
    void aByteThatFlipsInASealedFileIsToldUntilItIsKnownAndAgainWhenItChanges() throws Exception {
        seal();
        Path sealed = files("journal").get(0);
        assertEquals(List.of(), found());
        flip(sealed, "flipped");

        Ailment ailment = only(Area.JOURNAL, Severity.WARNING, sealed + ": bytes");
        assertTrue(ailment.why().contains("`swaps` and `why`"), ailment.why());
        cured();
        restart();
        assertEquals(List.of(), found());
        flip(sealed, "begun");

        only(Area.JOURNAL, Severity.WARNING, sealed + ": bytes");
    }

    /** Has the present file of the journal followed by the next, while nothing runs. */
    private void seal() throws Exception {
        theatre.close();
        try (Journal journal = Journal.open(new RealDisk(), home.resolve("journal"), Instant::now)) {
            Ledger ledger = new Ledger(journal);
            ledger.load();
            ledger.checkpoint();
        }
        theatre.host.forget();
        open(theatre.host);
        assertEquals(2, files("journal").size());
    }

    @Test
    void theEndOfTheFileThatIsWrittenToIsMissedThoughTheRestLooksWhole() throws Exception {
        Path present = files("journal").get(0);
        byte[] bytes = Files.readAllBytes(present);
        int lastLine = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
        Files.write(present, Arrays.copyOf(bytes, lastLine));
        only(Area.JOURNAL, Severity.ERROR, "its end is missing");

        cured();
        swap("1.2.0");
        restart();

        assertEquals("1.2.0", theatre.call("theme"));
    }

    @Test
    void whatIsOnDiskButNotTrueIsToldAndOverwritten() throws Exception {
        SmallDisk disk = new SmallDisk();
        ArtifactStore store = new ArtifactStore(disk.disk(), folder.resolve("store"), Theatre::facts);
        Artifact artifact = store.admit(theatre.version("feed", "1.0.0"));
        ResourceState state = ResourceState.unknownYet(artifact.spec())
                .with(SlotSide.A, new ResourceState.Slot(SlotState.STAGED, Optional.of(artifact)));
        try (Journal journal = Journal.open(disk.disk(), folder.resolve("journal"), Instant::now)) {
            Ledger ledger = new Ledger(journal);
            JournalCheckup checkup = new JournalCheckup(journal, ledger);
            assertThrows(
                    Refusal.class,
                    () -> ledger.change(new Fact.Flipped(1), List.of(state), () -> {
                        disk.isFull(true);
                        throw new Refusal("the flip fails, and that cannot be written");
                    }));
            disk.isFull(false);
            Complaint complaint = checkup.look().get(0);

            complaint.cure().orElseThrow().apply();

            assertTrue(complaint.ailment().what().contains("is not what is known of feed"), complaint.toString());
            assertEquals(List.of(), checkup.look());
        }
    }

    @Test
    void aSealedFileThatIsGoneIsNamed() throws Exception {
        Path first = files("journal").get(0);
        flip(first, "flipped");
        cured();
        Files.delete(first);

        only(Area.JOURNAL, Severity.WARNING, "000000000001.log could not be read");

        cured();
    }

    @Test
    void whatWasRepairedAtTheStartIsTold() throws Exception {
        theatre.close();
        Path last = files("journal").get(0);
        Files.write(last, new byte[] {'0', '1'}, java.nio.file.StandardOpenOption.APPEND);
        theatre.host.forget();
        open(theatre.host);

        List<Ailment> notes = doctor().examine().ailments();

        assertTrue(
                notes.stream()
                        .anyMatch(note -> note.what().startsWith("found at this start: ")
                                && note.what().contains("is no whole entry")),
                notes.toString());
    }

    @Test
    void whatWasNeverFinishedInTheJournalsFolderIsDeletedAndAStrangerIsNot() throws Exception {
        Path unfinished = Files.createFile(home.resolve("journal/000000000900.log.part"));
        only(Area.JOURNAL, Severity.WARNING, unfinished + " was never finished");
        cured();
        Path stranger = Files.createFile(home.resolve("journal/notes.txt"));

        Diagnosis diagnosis = doctor().treat("admin");

        assertFalse(Files.exists(unfinished));
        assertTrue(Files.exists(stranger));
        assertFalse(diagnosis.healthy());
        only(Area.JOURNAL, Severity.WARNING, "notes.txt is no file of the journal");
    }

    @Test
    void aMissingArtifactIsCopiedFromTheVersionsFolder() throws Exception {
        Files.copy(folder.resolve("theme-1.0.0.jar"), home.resolve("versions/theme-1.0.0.jar"));
        Files.delete(artifact(A));
        Ailment ailment = only(Area.STORE, Severity.WARNING, "theme 1.0.0 is a way back, but the artifact");
        assertTrue(ailment.remedy().contains("versions/theme-1.0.0.jar"), ailment.remedy());

        cured();

        assertTrue(Files.exists(artifact(A)));
    }

    @Test
    void aDamagedArtifactOnStageIsCopiedFromWhatTheFrameworkHasKept() throws Exception {
        Path other = Files.write(folder.resolve("other.jar"), new byte[] {1, 2});
        theatre.host.kept.put(B, List.of(other, folder.resolve("theme-1.1.0.jar")));
        flip(artifact(B), "content");
        only(Area.STORE, Severity.ERROR, "theme 1.1.0 is on stage, but");

        cured();
        restart();

        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void anArtifactThatIsNowhereElseIsForAPersonToBring() throws Exception {
        Files.delete(artifact(A));

        Diagnosis diagnosis = doctor().treat("admin");

        assertFalse(diagnosis.healthy());
        assertEquals(List.of(), diagnosis.treatments());
        assertTrue(diagnosis.ailments().get(0).remedy().contains("put one into the versions folder"));
    }

    @Test
    void aVersionThatCouldNotBeStartedForWantOfItsArtifactComesOnStageOnceThatIsBack() throws Exception {
        theatre.close();
        theatre.host.forget();
        Files.delete(artifact(B));
        Files.delete(artifact(A));
        open(theatre.host);
        Files.copy(folder.resolve("theme-1.0.0.jar"), home.resolve("versions/theme-1.0.0.jar"));
        Files.copy(folder.resolve("theme-1.1.0.jar"), home.resolve("versions/theme-1.1.0.jar"));
        assertEquals(ResourceStatus.State.DOWN, theatre.engine.resource("theme").state());
        assertTrue(found().toString().contains("has no version on stage"));

        cured();

        assertEquals("1.1.0", theatre.call("theme"));
        assertEquals(
                "1.0.0",
                theatre.engine.resource("theme").wayBack().orElseThrow().version());
        assertEquals("rolledBack", theatre.engine.rollback("theme").outcome());
    }

    @Test
    void aWayBackThatWasForgottenForWantOfItsArtifactIsKnownAgainOnceThatIsBack() throws Exception {
        theatre.close();
        theatre.host.forget();
        Files.delete(artifact(A));
        open(theatre.host);
        Files.copy(folder.resolve("theme-1.0.0.jar"), home.resolve("versions/theme-1.0.0.jar"));
        assertEquals(Optional.empty(), theatre.engine.resource("theme").wayBack());

        cured();

        assertEquals("rolledBack", theatre.engine.rollback("theme").outcome());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void anArtifactThatNobodyNeedsAndACopyThatWasNotFinishedAreDeleted() throws Exception {
        Path orphan = Files.createFile(home.resolve("store").resolve("0".repeat(64) + ".jar"));
        Path part = Files.createFile(home.resolve("store/artifact77.part"));
        Path stranger = Files.createFile(home.resolve("store/readme.txt"));
        assertEquals(2, found().size());

        cured();

        assertFalse(Files.exists(orphan));
        assertFalse(Files.exists(part));
        assertTrue(Files.exists(stranger));
    }

    @Test
    void aWayBackWhoseBundleIsGoneIsInstalledAndStartedAgain() throws Exception {
        theatre.host.contents.remove(A);
        theatre.host.running.remove(A);
        only(
                Area.SLOTS,
                Severity.WARNING,
                "theme 1.0.0, the way back, should be in slot theme/A, but no bundle is there");

        cured();

        assertTrue(theatre.host.running.contains(A));
        assertEquals(
                "1.0.0 FLIP",
                theatre.engine
                        .resource("theme")
                        .wayBack()
                        .map(back -> back.version() + " " + back.by())
                        .orElseThrow());
        assertEquals("1.1.0", theatre.call("theme"));
        assertEquals("rolledBack", theatre.engine.rollback("theme").outcome());
        assertTrue(journalSays().contains("theme 1.0.0 was written into slot theme/A anew"));
    }

    @Test
    void aWayBackWhoseBundleWasUpdatedBySomebodyIsWrittenAnew() {
        String due = theatre.host.contents.put(A, "something else");
        only(Area.SLOTS, Severity.WARNING, "is not what was put there");

        cured();

        assertEquals(due, theatre.host.contents.get(A));
    }

    @Test
    void aWayBackOfWhichTheFrameworkHasKeptOtherBytesIsWrittenAnew() throws Exception {
        Path cached = Files.write(folder.resolve("cached.jar"), new byte[] {1, 2});
        theatre.host.kept.put(A, List.of(cached));
        only(Area.SLOTS, Severity.WARNING, "what the framework has kept of");

        doctor().treat("admin");

        assertEquals(
                "write theme/A 1.0.0",
                theatre.host.log.stream()
                        .filter(step -> step.startsWith("write"))
                        .reduce((first, second) -> second)
                        .orElseThrow());
        assertTrue(theatre.host.running.contains(A));
    }

    @Test
    void aWayBackThatWasStoppedIsStartedAndOneThatWasStartedIsStopped() throws Exception {
        theatre.host.running.remove(A);
        only(Area.SLOTS, Severity.WARNING, "is stopped");
        cured();
        assertTrue(theatre.host.running.contains(A));

        restart();
        theatre.host.running.add(A);
        only(Area.SLOTS, Severity.WARNING, "is not to be started, but");
        cured();
        assertFalse(theatre.host.running.contains(A));
    }

    @Test
    void whatIsStagedButNotResolvedIsResolved() throws Exception {
        Path next = theatre.version("theme", "1.2.0");
        theatre.engine.stage("theme", Candidate.file(next));
        Files.move(next, folder.resolve("next.jar"));
        theatre.host.unresolved.add(A);
        only(Area.SLOTS, Severity.WARNING, "theme 1.2.0, which is staged, should be resolved");

        cured();

        assertFalse(theatre.host.unresolved.contains(A));
    }

    @Test
    void bundlesAtPlacesOfNobodyAreUninstalled() {
        theatre.host.others.add(tenant("slot/ghost/A", "ghost", new SlotId("ghost", SlotSide.A), true));
        theatre.host.others.add(tenant("slot/theme/A.1", "theme", A, false));
        assertEquals(2, found().size(), found().toString());

        cured();

        assertEquals(List.of(), theatre.host.others);
    }

    private static Tenant tenant(String location, String resource, SlotId slot, boolean current) {
        return new Tenant(location, resource, Optional.of(slot), current, 900, "a bundle", Tenant.Life.RESOLVED);
    }

    @Test
    void aBundleInASlotThatIsEmptyIsUninstalled() throws Exception {
        first("feed");
        theatre.host.others.add(tenant("slot/feed/B", "feed", new SlotId("feed", SlotSide.B), true));
        only(Area.SLOTS, Severity.WARNING, "slot feed/B is empty, but");

        cured();

        assertEquals(List.of(), theatre.host.others);
    }

    @Test
    void whatARefusedVersionHasLeftInItsSlotIsNotedAndUninstalled() throws Exception {
        first("feed");
        theatre.host.failAt(FakeHost.Step.START);
        Path refused = theatre.version("feed", "1.1.0");
        theatre.engine.swap("feed", Candidate.file(refused));
        theatre.host.work();
        Files.move(refused, folder.resolve("refused.jar"));
        restart();
        SlotId slot = new SlotId("feed", SlotSide.B);
        assertTrue(theatre.host.contents.containsKey(slot));
        assertEquals(List.of(), found());

        Diagnosis diagnosis = cured();

        assertEquals(1, diagnosis.treatments().size(), diagnosis.toString());
        assertFalse(theatre.host.contents.containsKey(slot));
    }

    private void first(String resource) throws IOException {
        Path file = theatre.version(resource, "1.0.0");
        theatre.engine.swap(resource, Candidate.file(file));
        Files.move(file, folder.resolve(file.getFileName()));
    }

    @Test
    void aVersionOnStageThatSomebodyHasStoppedIsBroughtBack() {
        theatre.host.running.remove(B);
        only(Area.SLOTS, Severity.ERROR, "theme 1.1.0 should be on stage, but slot theme/B is not started");

        cured();

        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void aMarkerThatTellsTheWrongVersionGetsItsRankingBack() {
        int due = theatre.host.ranks.put(B, 0);
        only(Area.SLOTS, Severity.WARNING, "the marker of theme/B has the ranking 0");

        cured();

        assertEquals(due, theatre.host.ranks.get(B));
    }

    @Test
    void aVersionOnStageThatCannotBeBroughtBackGivesItsPlaceToTheOneBefore() {
        theatre.host.broken.add("theme 1.1.0");
        theatre.host.running.remove(B);

        cured();

        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aResourceThatIsBusyIsNotTouchedAndToldAsNotLookedAt() throws Exception {
        CountDownLatch inStart = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        theatre.host.atStart(() -> {
            inStart.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Path next = theatre.version("theme", "1.2.0");
        Thread swap = new Thread(() -> theatre.engine.swap("theme", Candidate.file(next)));
        swap.start();
        inStart.await();
        theatre.host.ranks.put(B, 0);

        Diagnosis diagnosis = doctor().treat("admin");
        goOn.countDown();
        swap.join(Duration.ofSeconds(10).toMillis());

        assertEquals(List.of(), diagnosis.treatments());
        assertTrue(
                diagnosis.ailments().stream().anyMatch(note -> note.what().contains("still busy with a swap")),
                diagnosis.toString());
        assertEquals("1.2.0", theatre.call("theme"));
    }

    private static void flip(Path file, String where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(where);
        assertTrue(at >= 0, where + " is not in " + file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
