package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.resource.StateFormat;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;

/** State on its way from one version to the next, and back. */
class HandoverTest {
    private static final SlotId A = new SlotId("store", SlotSide.A);
    private static final SlotId B = new SlotId("store", SlotSide.B);

    private static final SwapSettings IMPATIENT = new SwapSettings(
            Theatre.QUICK.startDeadline(),
            Theatre.QUICK.stopDeadline(),
            Theatre.QUICK.drainDeadline(),
            Theatre.QUICK.linger(),
            Duration.ofSeconds(1),
            Duration.ZERO,
            Theatre.AT_ONCE,
            JudgePolicy.DEFAULTS);

    @TempDir
    Path home;

    private final Map<String, Path> files = new HashMap<>();
    private Theatre theatre;
    private SwapEngine engine;
    private final FakeMemory old = FakeMemory.of("lines/1");
    private final FakeMemory next = FakeMemory.of("lines/1", "lines/2");

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home, new FakeHost(), Map.of(), IMPATIENT);
        engine = theatre.engine;
        theatre.host.memories.put("store 1.0.0", old);
        theatre.host.memories.put("store 1.1.0", next);
        swap("1.0.0");
        old.lines.add("first");
    }

    @AfterEach
    void close() {
        old.released.countDown();
        next.released.countDown();
        theatre.close();
    }

    private SwapResult swap(String version) {
        return engine.swap("store", candidate(version));
    }

    private Candidate candidate(String version) {
        return Candidate.file(files.computeIfAbsent(version, number -> theatre.version("store", number)));
    }

    private void write(FakeMemory where, String line) {
        theatre.call("store", () -> where.lines.add(line));
    }

    @Test
    void whatWasWrittenUntilTheFlipIsInTheNewVersionAndWhatWasWrittenSinceComesBackWithTheOldOne() {
        SwapResult there = swap("1.1.0");
        List<String> carried = List.copyOf(next.lines);
        write(next, "second");
        SwapResult back = engine.rollback("store");

        assertEquals("swapped", there.outcome(), there.reason());
        assertEquals(List.of("first"), carried);
        assertEquals(6, there.timing().stateBytes());
        assertTrue(there.timing().gapMillis() > 0, there.timing().toString());
        assertEquals("rolledBack", back.outcome(), back.reason());
        assertEquals(List.of("first", "second"), old.lines);
        assertEquals("1.0.0", theatre.call("store"));
    }

    @Test
    void theNewestFormatThatBothKnowIsUsed() {
        FakeMemory newest = FakeMemory.of(List.of("lines/3", "lines/2", "lines/1"), List.of("lines/2", "lines/3"));
        theatre.host.memories.put("store 1.2.0", newest);

        swap("1.1.0");
        swap("1.2.0");

        assertEquals(List.of(new StateFormat("lines", 2)), newest.asked);
    }

    @Test
    void callsThatComeMeanwhileAreHeldAndWriteIntoTheNewVersion() throws Exception {
        CountDownLatch exporting = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        old.atExport = () -> {
            exporting.countDown();
            pass(mayGoOn);
        };

        CompletableFuture<SwapResult> swap = CompletableFuture.supplyAsync(() -> swap("1.1.0"));
        exporting.await();
        Thread caller = new Thread(() -> theatre.call("store", () -> next.lines.add("late")));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        mayGoOn.countDown();
        caller.join();

        assertEquals("swapped", swap.get().outcome());
        assertEquals(1, swap.get().timing().heldCalls());
        assertEquals(List.of("first", "late"), next.lines);
        assertFalse(old.lines.contains("late"));
    }

    /**
     * Without the wait for those inside, the call below writes after the export: take {@code drained()} out of {@code
     * Handover.empty} and its line is missing in the new version.
     */
    @Test
    void aCallThatIsInsideWritesBeforeTheExportBegins() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayWrite = new CountDownLatch(1);
        Thread caller = new Thread(() -> theatre.call("store", () -> {
            inside.countDown();
            pass(mayWrite);
            old.lines.add("slow");
        }));
        caller.start();
        inside.await();

        CompletableFuture<SwapResult> swap = CompletableFuture.supplyAsync(() -> swap("1.1.0"));
        await().until(() -> engine.resource("store").state() == ResourceStatus.State.HELD);
        mayWrite.countDown();

        assertEquals("swapped", swap.get().outcome());
        assertEquals(List.of("first", "slow"), next.lines);
    }

    @Test
    void aCallThatDoesNotLeaveIsNotCutButKeepsTheOldVersionOnStageAndCountsForTheNextTry() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        Thread caller = new Thread(() -> theatre.call("store", () -> {
            inside.countDown();
            pass(mayLeave);
            old.lines.add("slowest");
        }));
        caller.start();
        inside.await();

        SwapResult refused = swap("1.1.0");
        String meanwhile = theatre.call("store");
        CompletableFuture<SwapResult> again = CompletableFuture.supplyAsync(() -> swap("1.1.0"));
        await().until(() -> engine.resource("store").state() == ResourceStatus.State.HELD);
        mayLeave.countDown();

        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("1 calls are still inside store 1.0.0"), refused.reason());
        assertEquals("1.0.0", meanwhile);
        assertEquals("swapped", again.get().outcome(), again.get().reason());
        assertEquals(List.of("first", "slowest"), next.lines);
    }

    @Test
    void theOldVersionIsOffStageBeforeItExportsAndTheNewOneComesOnStageAfterTheFlip() {
        AtomicBoolean working = new AtomicBoolean(true);
        old.atExport = () -> working.set(theatre.host.onStage.contains(A) || theatre.host.onStage.contains(B));

        swap("1.1.0");

        assertFalse(working.get());
        assertEquals(Set.of(B), theatre.host.onStage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export fails", "export hangs", "import fails", "import hangs", "state cannot be kept"})
    void whateverFailsTheOldVersionGoesOnWithWhatItHas(String fault) throws Exception {
        old.exportFails = fault.equals("export fails");
        old.exportHangs = fault.equals("export hangs");
        next.importFails = fault.equals("import fails");
        next.importHangs = fault.equals("import hangs");
        old.atExport = () -> theatre.disk.isFull(fault.equals("state cannot be kept"));

        SwapResult refused = swap("1.1.0");
        theatre.disk.isFull(false);
        write(old, "second");

        assertEquals("refused", refused.outcome());
        assertFalse(refused.reason().isEmpty());
        assertEquals("1.0.0", theatre.call("store"));
        assertEquals(List.of("first", "second"), old.lines);
        assertEquals(Set.of(A), theatre.host.onStage);
        assertFalse(theatre.host.running.contains(B), "what could not take over does not wait");
        try (Stream<Path> files = Files.list(home.resolve("store"))) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "no copy is left");
        }
    }

    @Test
    void anImportThatFailsIsToldByVersionFormatAndReasonWithAWayOut() {
        next.importFails = true;

        String reason = swap("1.1.0").reason();

        for (String word :
                List.of("store 1.1.0", "store 1.0.0", "lines/1", "not one word", "--allow-loss", "goes on")) {
            assertTrue(reason.contains(word), reason);
        }
    }

    @Test
    void withoutACommonFormatTheSwapIsRefusedAndPlannedSo() {
        theatre.host.memories.put("store 1.2.0", FakeMemory.of("lines/7"));

        SwapPlan plan = engine.plan("store", candidate("1.2.0"));
        SwapResult refused = swap("1.2.0");
        SwapResult meant = engine.swap("store", candidate("1.2.0").allowingLoss());

        assertTrue(
                plan.problems().toString().contains("no state path"),
                plan.problems().toString());
        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("writes lines/1, store 1.2.0 reads lines/7"), refused.reason());
        assertEquals("swapped", meant.outcome(), meant.reason());
        assertEquals(0, meant.timing().stateBytes());
        assertTrue(meant.reason().contains("the state of store 1.0.0 was left behind"), meant.reason());
    }

    @Test
    void aVersionWhoseImportFailsComesWithoutTheStateOnceThatIsAllowedButStartedAnew() {
        next.importFails = true;

        SwapResult meant = engine.swap("store", candidate("1.1.0").allowingLoss());

        assertEquals("swapped", meant.outcome(), meant.reason());
        assertTrue(meant.reason().contains("not one word"), meant.reason());
        assertEquals(0, meant.timing().stateBytes());
        List<String> log = List.copyOf(theatre.host.log);
        assertTrue(log.lastIndexOf("start store/B 1.1.0") > log.indexOf("stop store/B"), log.toString());
    }

    /** What it remembers is older than what the version that is down has left on disk. */
    @Test
    void aWayBackThatWaitsWithStateIsStartedAnewWhereTheOtherCannotHandItsStateOver() {
        swap("1.1.0");
        theatre.host.broken.add("store 1.1.0");
        theatre.host.running.remove(B);
        theatre.host.log.clear();

        engine.slotWatch().disturbed(B, "somebody stopped it");

        await().until(() -> engine.resource("store").activeVersion().equals(Optional.of("1.0.0")));
        assertTrue(theatre.host.log.contains("stop store/A"), theatre.host.log.toString());
        assertTrue(theatre.host.log.contains("start store/A 1.0.0"), theatre.host.log.toString());
    }

    @Test
    void aRollbackToAVersionThatCannotReadTheStateIsRefusedRatherThanLosingIt() {
        theatre.host.memories.put("store 1.2.0", FakeMemory.of(List.of("lines/3"), List.of("lines/1")));
        swap("1.2.0");

        SwapResult refused = engine.rollback("store");

        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("no state path"), refused.reason());
        assertEquals("1.2.0", theatre.call("store"));
    }

    @Test
    void aVersionThatTakesNoStateOverIsRefusedAfterItsStartWhereItsFileDidNotTell() {
        SwapPlan plan = engine.plan("store", candidate("1.3.0"));
        SwapResult refused = swap("1.3.0");

        assertTrue(plan.warnings().toString().contains("registers no StateTransfer"), plan.toString());
        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("registers no StateTransfer"), refused.reason());
    }

    @Test
    void aPlanTellsTheFormatTheDirectionAndThePauseOfTheLastTime() {
        SwapPlan up = engine.plan("store", candidate("1.1.0"));
        swap("1.1.0");
        SwapPlan down = engine.plan("store", candidate("1.0.0").allowingLower());

        assertTrue(up.steps().toString().contains("carry its state up to store 1.1.0 as lines/1"), up.toString());
        assertTrue(down.steps().toString().contains("down to store 1.0.0 as lines/1"), down.toString());
        assertEquals(SwapPlan.Manner.FLIP, down.manner());
        assertTrue(down.heldMillis() > 0);
    }

    @Test
    void allMembersOfAGroupHandOverAtOneInstantOrNone() throws Exception {
        FakeMemory desk = FakeMemory.of("notes/1");
        FakeMemory nextDesk = FakeMemory.of("notes/1");
        theatre.host.memories.put("desk 1.0.0", desk);
        theatre.host.memories.put("desk 1.1.0", nextDesk);
        engine.swap("desk", Candidate.file(theatre.version("desk", "1.0.0")));
        desk.lines.add("note");
        next.importFails = true;

        List<SwapResult> refused = both();
        boolean held = engine.resource("desk").state() == ResourceStatus.State.HELD;
        next.importFails = false;
        theatre.call("desk", () -> desk.lines.add("another"));
        List<SwapResult> swapped = both();

        assertTrue(refused.stream().noneMatch(SwapResult::flipped), refused.toString());
        assertFalse(held);
        assertTrue(swapped.stream().allMatch(SwapResult::flipped), swapped.toString());
        assertEquals(List.of("note", "another"), nextDesk.lines);
        assertEquals(List.of("first"), next.lines);
    }

    private List<SwapResult> both() {
        return engine.swap(List.of(
                new GroupMember("desk", Candidate.file(theatre.version("desk", "1.1.0"))),
                new GroupMember("store", candidate("1.1.0"))));
    }

    @Test
    void noWriteIsLostOrDoubledWhileManyWriteAndVersionsChange() throws Exception {
        int writers = 4;
        AtomicInteger number = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    while (!stop.get()) {
                        String line = "line " + number.incrementAndGet();
                        String answered = theatre.writing(
                                "store", version -> memory(version).lines.add(line));
                        assertFalse(answered.isEmpty());
                        LockSupport.parkNanos(100_000); // so that what is carried stays small
                    }
                }))
                .limit(writers)
                .toList();
        threads.forEach(Thread::start);

        try {
            for (int round = 0; round < 10; round++) {
                SwapResult there = swap("1.1.0");
                SwapResult back = engine.rollback("store");
                assertEquals("swapped", there.outcome(), there.reason());
                assertEquals("rolledBack", back.outcome(), back.reason());
            }
        } finally {
            stop.set(true);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(number.get() + 1, old.lines.size());
        assertEquals(old.lines.size(), Set.copyOf(old.lines).size());
    }

    private FakeMemory memory(String version) {
        return version.equals("1.0.0") ? old : next;
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
