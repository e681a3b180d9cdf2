package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;
import org.understudy.swap.WayBack;

class SwapEngineTest {
    @TempDir
    Path home;

    private Theatre theatre;
    private SwapEngine engine;

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home);
        engine = theatre.engine;
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private SwapResult swap(String version) {
        return engine.swap("theme", Candidate.file(theatre.version("theme", version)));
    }

    private static void assertRefused(SwapResult result, String... parts) {
        assertEquals("refused", result.outcome(), result.toString());
        for (String part : parts) {
            assertTrue(result.reason().contains(part), result.reason());
        }
    }

    private Thread callerInside(CountDownLatch leave) throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        Thread caller = new Thread(() -> theatre.call("theme", () -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        caller.start();
        entered.await();
        return caller;
    }

    @Test
    void theFirstVersionMakesAResourceKnownAndAnswers() {
        SwapResult result = swap("1.0.0");

        assertEquals("swapped", result.outcome());
        assertEquals("1.0.0", theatre.call("theme"));
        assertEquals(Optional.empty(), engine.resource("theme").wayBack());
    }

    @Test
    void aSwapIsAnsweredByTheNewVersionAndRollbackByTheOldOne() {
        swap("1.0.0");

        SwapResult there = swap("1.1.0");
        String afterwards = theatre.call("theme");
        Optional<WayBack> wayBack = engine.resource("theme").wayBack();
        SwapResult back = engine.rollback("theme");

        assertEquals("swapped", there.outcome());
        assertEquals("1.1.0", afterwards);
        assertEquals(Optional.of(new WayBack("1.0.0", WayBack.By.FLIP)), wayBack);
        assertEquals("rolledBack", back.outcome());
        assertEquals("1.0.0", theatre.call("theme"));
        assertRefused(engine.rollback("theme"), "no way back");
    }

    @Test
    void aBadVersionThatIsTakenBackDoesNotCostTheWayBackBefore() {
        swap("1.0.0");
        swap("1.1.0");
        swap("1.9.0");

        engine.rollback("theme");
        Optional<WayBack> before = engine.resource("theme").wayBack();
        engine.rollback("theme");

        assertEquals(Optional.of(new WayBack("1.0.0", WayBack.By.STAGE)), before);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @ParameterizedTest
    @EnumSource(FakeHost.Step.class)
    void aSwapThatFailsAtAnyStepLeavesTheOldVersionAnsweringAndCanBeTriedAgain(FakeHost.Step step) {
        swap("1.0.0");
        theatre.host.failAt(step);

        SwapResult refused = swap("1.1.0");
        String meanwhile = theatre.call("theme");
        theatre.host.work();
        SwapResult again = swap("1.1.0");

        assertRefused(refused, "fails");
        assertEquals(Optional.of("1.0.0"), refused.active());
        assertEquals("1.0.0", meanwhile);
        assertEquals("swapped", again.outcome(), again.reason());
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void aStateThatCannotBeWrittenRefusesTheSwapBeforeTheFlip() throws Exception {
        swap("1.0.0");
        theatre.disk.isFull(true);

        assertRefused(swap("1.1.0"), "No space left");
        assertEquals("1.0.0", theatre.call("theme"));
        theatre.disk.isFull(false);
        assertEquals("swapped", swap("1.1.0").outcome());
    }

    @Test
    void aStartThatHangsIsQuarantinedAndANewBundleTakesItsPlace() {
        swap("1.0.0");
        theatre.host.hangAtStart();

        SwapResult hung = swap("1.1.0");
        SlotState state = engine.slots("theme").get(1).state();
        boolean named = engine.generations().stream().anyMatch(GenerationStatus::onPurpose);
        theatre.host.work();
        SwapResult next = swap("1.2.0");

        assertRefused(hung, "hangs");
        assertEquals(SlotState.QUARANTINED, state);
        assertTrue(named);
        assertEquals(List.of(new SlotId("theme", SlotSide.B)), theatre.host.abandoned);
        assertEquals("swapped", next.outcome(), next.reason());
    }

    @Test
    void aSwapWaitsForTheCallsInsideTheOldVersion() throws Exception {
        swap("1.0.0");
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller = callerInside(leave);
        Thread leaver = new Thread(() -> {
            await().pollInterval(Duration.ofMillis(2)) // the drain deadline is near
                    .until(() -> engine.resource("theme").activeVersion().equals(Optional.of("1.1.0")));
            leave.countDown();
        });
        leaver.start();

        SwapResult result = swap("1.1.0");

        assertEquals("swapped", result.outcome(), result.reason());
        caller.join();
        leaver.join();
    }

    @Test
    void aCriticalResourceThatIsStillDrainingRefusesTheNextSwapUntilTheWaitingIsEnded() throws Exception {
        engine.swap("theme", Candidate.file(theatre.version("theme", "1.0.0", Criticality.CRITICAL, "")));
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller = callerInside(leave);

        SwapResult draining =
                engine.swap("theme", Candidate.file(theatre.version("theme", "1.1.0", Criticality.CRITICAL, "")));
        SwapResult refused = swap("1.2.0");
        long inside = engine.drain("theme").inside();
        long cut = engine.endDrain("theme").cut();
        await().until(() -> engine.resource("theme").state() == ResourceStatus.State.ACTIVE);
        SwapResult next = swap("1.2.0");
        leave.countDown();
        caller.join();

        assertEquals("draining", draining.outcome());
        assertRefused(refused, "still draining", "--now");
        assertEquals(1, inside);
        assertEquals(1, cut);
        assertEquals("swapped", next.outcome(), next.reason());
    }

    @Test
    void aRollbackThatNeedsTheSlotInWhichCallsAreStillInsideIsRefusedUntilTheyHaveLeft() throws Exception {
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            engine.swap("theme", Candidate.file(theatre.version("theme", version, Criticality.CRITICAL, "")));
        }
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller = callerInside(leave);

        theatre.host.log.clear();
        SwapResult draining = engine.rollback("theme");
        SwapResult refused = engine.rollback("theme");
        boolean stopped = theatre.host.log.contains("stop theme/A");
        leave.countDown();
        caller.join();
        await().until(() -> engine.drain("theme").inside() == 0);
        await().until(() -> engine.rollback("theme").flipped());

        assertEquals("draining", draining.outcome());
        assertRefused(refused, "still draining", "1.2.0");
        assertFalse(stopped);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aVolatileResourceCutsTheCallsThatOutliveTheDeadline() throws Exception {
        swap("1.0.0");
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller = callerInside(leave);

        SwapResult result = swap("1.1.0");
        leave.countDown();
        caller.join();

        assertEquals("draining", result.outcome());
        assertTrue(result.reason().contains("cut"), result.reason());
        await().until(() ->
                engine.resource("theme").wayBack().equals(Optional.of(new WayBack("1.0.0", WayBack.By.START))));
    }

    @Test
    void whatWasOnStageComesBackAtTheNextBootWithItsWayBack() throws Exception {
        swap("1.0.0");
        swap("1.1.0");
        theatre.close();

        try (Theatre next = new Theatre(home, theatre.host, Map.of())) {
            assertEquals("1.1.0", next.call("theme"));
            assertEquals(
                    Optional.of(new WayBack("1.0.0", WayBack.By.START)),
                    next.engine.resource("theme").wayBack());
            assertEquals("rolledBack", next.engine.rollback("theme").outcome());
            assertEquals("1.0.0", next.call("theme"));
        }
    }

    @Test
    void anEmptyFrameworkIsFilledFromTheStoreAtBoot() throws Exception {
        swap("1.0.0");
        theatre.close();
        FakeHost empty = new FakeHost();
        empty.scripts.putAll(theatre.host.scripts);

        try (Theatre next = new Theatre(home, empty, Map.of())) {
            assertEquals("1.0.0", next.call("theme"));
        }
    }

    @Test
    void aVersionThatNoLongerStartsAtBootGivesItsPlaceToTheWayBack() throws Exception {
        swap("1.0.0");
        swap("1.1.0");
        theatre.close();
        theatre.host.broken.add("theme 1.1.0");

        try (Theatre next = new Theatre(home, theatre.host, Map.of())) {
            ResourceStatus status = next.engine.resource("theme");

            assertEquals("1.0.0", next.call("theme"));
            assertEquals(Optional.of("1.0.0"), status.activeVersion());
            assertTrue(status.note().contains("theme 1.1.0 does not start any more"), status.note());
        }
    }

    @Test
    void aResourceThatCannotBeBroughtBackAtAllIsDownAndSaysWhy() throws Exception {
        swap("1.0.0");
        theatre.close();
        theatre.host.broken.add("theme 1.0.0");

        try (Theatre next = new Theatre(home, theatre.host, Map.of())) {
            assertEquals(
                    ResourceStatus.State.DOWN, next.engine.resource("theme").state());
            ResourceUnavailableException told =
                    assertThrows(ResourceUnavailableException.class, () -> next.call("theme"));
            assertTrue(told.getMessage().contains("does not start any more"), told.getMessage());
        }
    }

    @Test
    void aResourceThatIsDownComesBackByItselfOnceWhatItNeedsIsThere() throws Exception {
        swap("1.0.0");
        theatre.close();
        theatre.host.broken.add("theme 1.0.0");

        try (Theatre next = new Theatre(home, theatre.host, Map.of())) {
            theatre.host.broken.clear();

            await().until(() -> next.engine.resource("theme").state() == ResourceStatus.State.ACTIVE);
            assertEquals("1.0.0", next.call("theme"));
        }
    }

    @Test
    void aResourceThatIsDownCanBeSwappedToTheSameVersion() throws Exception {
        Path file = theatre.version("theme", "1.0.0");
        swap("1.0.0");
        theatre.close();
        theatre.host.broken.add("theme 1.0.0");

        try (Theatre next = new Theatre(home, theatre.host, Map.of())) {
            theatre.host.broken.clear();
            SwapResult result = next.engine.swap("theme", Candidate.file(file));

            assertEquals("swapped", result.outcome(), result.reason());
            assertEquals(SlotState.ACTIVE, next.engine.slots("theme").get(0).state());
            assertEquals("1.0.0", next.call("theme"));
        }
    }

    @Test
    void aSlotThatSomebodyStopsIsBroughtBackWithoutAFailedCall() {
        swap("1.0.0");
        SlotId slot = new SlotId("theme", SlotSide.A);

        engine.slotWatch().disturbed(slot, "stopped by somebody");
        theatre.host.running.remove(slot);
        String answer = theatre.call("theme");

        assertEquals("1.0.0", answer);
        assertTrue(theatre.host.running.contains(slot));
    }

    @Test
    void aSlotThatHoldsSomethingElseIsWrittenAnew() {
        swap("1.0.0");
        SlotId slot = new SlotId("theme", SlotSide.A);
        String digest = theatre.host.contents.get(slot);

        engine.slotWatch().disturbed(slot, "updated by somebody");
        theatre.host.contents.put(slot, "something else");
        theatre.host.running.remove(slot);
        theatre.call("theme");

        assertEquals(digest, theatre.host.contents.get(slot));
    }

    @Test
    void aFrontThatIsTakenDownIsSetUpAgain() {
        swap("1.0.0");
        theatre.host.fronts.get("theme").gone = true;

        engine.slotWatch().frontDisturbed("theme", "stopped by somebody");

        await().until(() -> !theatre.host.fronts.get("theme").gone);
    }

    @Test
    void onceClosedEveryCallIsToldWhy() {
        swap("1.0.0");
        engine.close();

        ResourceUnavailableException told =
                assertThrows(ResourceUnavailableException.class, () -> theatre.call("theme"));

        assertTrue(told.getMessage().contains("the swap-manager is stopped"), told.getMessage());
    }

    @Test
    void aLowerVersionIsRefusedUnlessItIsAskedFor() {
        swap("1.1.0");
        Path lower = theatre.version("theme", "1.0.0");

        assertRefused(engine.swap("theme", Candidate.file(lower)), "lower", "--allow-lower");
        assertEquals(
                "swapped",
                engine.swap("theme", Candidate.file(lower).allowingLower()).outcome());
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        swap("1.0.0");
        swap("1.1.0");
        Path other = theatre.version("theme", "1.1.0", Criticality.VOLATILE, "other");

        assertRefused(engine.swap("theme", Candidate.file(other)), "other content", "new version");
    }

    @Test
    void theActiveVersionIsNotSwappedForItself() {
        swap("1.0.0");

        assertRefused(swap("1.0.0"), "active already");
    }

    @Test
    void aFileOfAnotherResourceOrSymbolicNameIsRefused() {
        swap("1.0.0");
        Path feed = theatre.version("feed", "1.0.0");
        Path stranger = theatre.jar("theme", "bundle.stranger", "1.2.0", Criticality.VOLATILE, Theatre.GREETER, "");

        assertRefused(engine.swap("theme", Candidate.file(feed)), "'feed', not 'theme'");
        assertRefused(engine.swap("theme", Candidate.file(stranger)), "bundle.stranger", "share one");
    }

    @Test
    void aContractThatLostAnInterfaceIsRefused() {
        swap("1.0.0");
        Path poorer = theatre.jar("theme", "bundle.theme", "1.2.0", Criticality.VOLATILE, "other.Type", "");

        assertRefused(engine.swap("theme", Candidate.file(poorer)), "drops " + Theatre.GREETER);
    }

    @Test
    void aVersionThatDoesNotOfferWhatTheActiveOneDoesIsRefused() {
        swap("1.0.0");
        Path mute = theatre.version("theme", "1.1.0");
        theatre.host.scripts.put("theme 1.1.0", new FakeHost.Script(List.of(), "nothing"));

        assertRefused(engine.swap("theme", Candidate.file(mute)), "does not offer " + Theatre.GREETER);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aVersionThatDoesNotOfferWhatItDeclaresItselfIsRefused() {
        theatre.version("tool", "1.0.0");
        Path promising = theatre.jar(
                "tool", "bundle.tool", "1.0.0", Criticality.VOLATILE, Theatre.GREETER + ",greeter.Farewell", "");

        assertRefused(engine.swap("tool", Candidate.file(promising)), "tool 1.0.0 declares greeter.Farewell");
    }

    @Test
    void whatOnlyTheNewVersionOffersGetsAHandleAndLosesItOnTheWayBack() {
        swap("1.0.0");
        Path richer = theatre.version("theme", "1.1.0");
        ServiceShape both = new ServiceShape(
                List.of(Theatre.GREETER, "greeter.Extra"), "greeter", Map.of(), ServiceShape.Scope.SINGLETON);
        theatre.host.scripts.put("theme 1.1.0", new FakeHost.Script(List.of(both), (Supplier<String>) () -> "1.1.0"));

        engine.swap("theme", Candidate.file(richer));
        int then = theatre.host.fronts.get("theme").shown.size();
        engine.rollback("theme");

        assertEquals(2, then);
        assertEquals(1, theatre.host.fronts.get("theme").shown.size());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aStagedVersionIsReadyAndCanBeSwappedInWithoutNamingIt() {
        swap("1.0.0");
        swap("1.1.0");

        StageResult staged = engine.stage("theme", Candidate.file(theatre.version("theme", "1.2.0")));
        Optional<WayBack> wayBack = engine.resource("theme").wayBack();
        SwapResult swapped = engine.swap("theme", Candidate.staged());

        assertEquals(new StageResult.Staged("theme", Optional.of("1.2.0"), SlotSide.A), staged);
        assertEquals(Optional.of(new WayBack("1.0.0", WayBack.By.STAGE)), wayBack);
        assertEquals(Optional.of("1.2.0"), swapped.active());
        assertRefused(engine.swap("theme", Candidate.staged()), "nothing is staged");
    }

    @Test
    void aWayBackThatWasDisplacedIsStagedAgainByRollback() {
        swap("1.0.0");
        swap("1.1.0");
        engine.stage("theme", Candidate.file(theatre.version("theme", "1.2.0")));

        SwapResult back = engine.rollback("theme");

        assertEquals("rolledBack", back.outcome(), back.reason());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aVersionIsFoundInTheVersionsFolderByItsNumber() throws Exception {
        swap("1.0.0");
        Path file = theatre.version("theme", "1.1.0");
        Files.copy(file, home.resolve("versions").resolve("any-name.jar"));

        SwapResult missing = engine.swap("theme", Candidate.version("1.7.0"));
        SwapResult found = engine.swap("theme", Candidate.version("1.1.0"));

        assertRefused(missing, "no version 1.7.0", "1.1.0");
        assertEquals(Optional.of("1.1.0"), found.active());
        assertEquals(List.of("1.1.0"), engine.versions("theme"));
    }

    @Test
    void theActiveSlotAlwaysHasTheHighestRank() {
        swap("1.0.0");
        swap("1.1.0");
        engine.rollback("theme");

        assertEquals(3, engine.resource("theme").rank());
        assertEquals(3, theatre.host.ranks.get(new SlotId("theme", SlotSide.A)));
        assertTrue(theatre.host.ranks.get(new SlotId("theme", SlotSide.B)) < 3);
    }

    @Test
    void aPlanSaysWhatWouldHappenAndChangesNothing() {
        swap("1.0.0");
        List<SlotStatus> before = engine.slots();

        SwapPlan plan = engine.plan("theme", Candidate.file(theatre.version("theme", "1.1.0")));
        SwapPlan impossible = engine.plan("theme", Candidate.file(home.resolve("nowhere.jar")));

        assertTrue(plan.problems().isEmpty());
        assertFalse(plan.steps().isEmpty());
        assertFalse(impossible.problems().isEmpty());
        assertEquals(before, engine.slots());
    }

    @Test
    void anUnknownResourceIsNamedWithThoseThatAreKnown() {
        swap("1.0.0");

        UnknownResourceException unknown = assertThrows(UnknownResourceException.class, () -> engine.rollback("thema"));

        assertTrue(unknown.getMessage().contains("thema"));
        assertTrue(unknown.getMessage().contains("theme"));
    }

    @Test
    void aFirstVersionThatFailsLeavesNoResourceBehind() {
        theatre.host.failAt(FakeHost.Step.WRITE);

        swap("1.0.0");

        assertTrue(engine.resources().isEmpty());
    }

    @Test
    void theStoreKeepsOnlyWhatIsOnStageOrAWayBack() throws Exception {
        for (int minor = 0; minor < 9; minor++) {
            swap("1." + minor + ".0");
        }

        try (Stream<Path> files = Files.list(home.resolve("store"))) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void aVersionThatWasTakenBackOrRefusedIsNoLongerLoaded() {
        swap("1.0.0");
        swap("1.1.0");
        engine.rollback("theme");

        long others = engine.generations().stream()
                .filter(generation -> generation.use() == GenerationStatus.Use.WAY_BACK)
                .count();

        assertEquals(0, others);
        assertFalse(theatre.host.running.contains(new SlotId("theme", SlotSide.B)));
    }
}
