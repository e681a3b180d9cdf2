package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.resource.Criticality;
import org.understudy.swap.BakeResult;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotState;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;
import org.understudy.swap.WayBack;

/** What holds from the flip until a version is committed, whatever ends the process meanwhile. */
class ProvisionalTest {
    private static final CommitPolicy AN_HOUR = CommitPolicy.DEFAULTS.baking(Duration.ofHours(1));

    @TempDir
    Path home;

    private Theatre theatre;

    @BeforeEach
    void open() throws Exception {
        theatre = theatre(AN_HOUR);
        swap("1.0.0");
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private Theatre theatre(CommitPolicy policy) throws Exception {
        return new Theatre(home, theatre == null ? new FakeHost() : theatre.host, Map.of(), Theatre.quick(policy));
    }

    private SwapResult swap(String version) {
        return theatre.engine.swap("theme", Candidate.file(theatre.version("theme", version)));
    }

    private ResourceStatus theme() {
        return theatre.engine.resource("theme");
    }

    private void crash(CommitPolicy policy) throws Exception {
        theatre.end();
        theatre.host.forget();
        theatre = theatre(policy);
    }

    private void stopAndStart() throws Exception {
        theatre.close();
        theatre.host.forget();
        theatre = theatre(AN_HOUR);
    }

    private SwapRecord latest() {
        return theatre.engine.swaps(1).get(0);
    }

    /** Fails if each commit leaves its own end of the rollback window behind: a day's worth of them. */
    @Test
    void whatIsToBeDoneLaterDoesNotPileUp() throws Exception {
        crash(CommitPolicy.DEFAULTS.baking(Duration.ZERO));
        for (int minor = 1; minor <= 20; minor++) {
            assertTrue(swap("1." + minor + ".0").flipped());
        }

        await().untilAsserted(() -> assertTrue(theatre.chores() < 10, theatre.chores() + " chores"));
    }

    @Test
    void theFirstVersionHasNothingToProve() {
        assertEquals(ResourceStatus.State.ACTIVE, theme().state());
        assertEquals(SwapRecord.End.COMMITTED, latest().end());
    }

    private static CommitPolicy aShortWindow() {
        CommitPolicy atOnce = CommitPolicy.DEFAULTS.baking(Duration.ZERO);
        return new CommitPolicy(atOnce.bake(), atOnce.attempts(), Duration.ofMillis(300), atOnce.badAfter());
    }

    @Test
    void theRollbackWindowClosesAfterARestartToo() throws Exception {
        crash(CommitPolicy.DEFAULTS.baking(Duration.ZERO));
        swap("1.1.0");
        assertTrue(theme().wayBack().isPresent());

        crash(aShortWindow());

        await().until(() -> theme().wayBack().isEmpty());
    }

    @Test
    void theRollbackWindowClosesAfterARollbackToo() throws Exception {
        crash(CommitPolicy.DEFAULTS.baking(Duration.ZERO));
        swap("1.1.0");
        swap("1.2.0");
        crash(aShortWindow());

        SwapResult back = theatre.engine.rollback("theme");

        assertTrue(back.flipped(), back.reason());
        await().until(() -> theme().wayBack().isEmpty());
        assertEquals(Optional.of("1.1.0"), theme().activeVersion());
    }

    @Test
    void aVersionIsProvisionalUntilItsBakeTimeIsOver() throws Exception {
        swap("1.1.0");
        ResourceStatus before = theme();
        crash(CommitPolicy.DEFAULTS.baking(Duration.ofMillis(30)));

        swap("1.2.0");
        await().until(() -> theme().provisional().isEmpty());

        assertEquals(ResourceStatus.State.PROVISIONAL, before.state());
        assertEquals(3_600_000, before.provisional().orElseThrow().bakeMillis());
        assertEquals(ResourceStatus.State.ACTIVE, theme().state());
        assertEquals(SwapRecord.End.COMMITTED, latest().end());
        assertEquals(Optional.of(new WayBack("1.0.0", WayBack.By.FLIP)), theme().wayBack());
    }

    @Test
    void nothingIsPutIntoTheSlotOfTheWayBackUntilTheVersionIsCommitted() {
        swap("1.1.0");

        SwapResult refused = swap("1.2.0");
        StageResult staged = theatre.engine.stage("theme", Candidate.file(theatre.version("theme", "1.2.0")));
        List<String> problems = theatre.engine
                .plan("theme", Candidate.file(theatre.version("theme", "1.2.0")))
                .problems();
        BakeResult committed = theatre.engine.commit("theme", "admin", "it looks good");
        SwapResult then = swap("1.2.0");

        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("`commit theme` or `rollback theme` first"), refused.reason());
        assertTrue(staged instanceof StageResult.Refused, staged.toString());
        assertTrue(problems.toString().contains("provisional"), problems.toString());
        assertEquals(BakeResult.Outcome.COMMITTED, committed.outcome());
        assertEquals("swapped", then.outcome(), then.reason());
    }

    @Test
    void aVersionThatSupersedesAProvisionalOneHasTheCommittedOneForItsWayBack() {
        swap("1.1.0");
        Candidate next = Candidate.file(theatre.version("theme", "1.2.0"));

        SwapResult result = theatre.engine
                .swap(SwapRequest.of("theme", next).by("deploy", "").superseding())
                .get(0);

        assertEquals("swapped", result.outcome(), result.reason());
        assertEquals("1.2.0", theatre.call("theme"));
        assertEquals("1.0.0", theme().wayBack().orElseThrow().version());
        SwapRecord superseded = theatre.engine.swap(2).orElseThrow();
        assertEquals(SwapRecord.End.TAKEN_BACK, superseded.end());
        assertTrue(superseded.decisions().toString().contains("supersedes"), superseded.toString());
    }

    @Test
    void aCrashBringsTheVersionBeforeBack() throws Exception {
        swap("1.1.0");

        crash(AN_HOUR);

        assertEquals("1.0.0", theatre.call("theme"));
        assertEquals(ResourceStatus.State.ACTIVE, theme().state());
        SwapRecord record = latest();
        assertEquals(SwapRecord.End.TAKEN_BACK, record.end());
        assertTrue(record.decisions().toString().contains("otherwise than in good order"), record.toString());
    }

    @Test
    void aCrashAfterTheCommitChangesNothing() throws Exception {
        swap("1.1.0");
        theatre.engine.commit("theme", "admin", "");

        crash(AN_HOUR);

        assertEquals("1.1.0", theatre.call("theme"));
        assertEquals("rolledBack", theatre.engine.rollback("theme").outcome());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aStopInGoodOrderLetsTheBakeTimeGoOnAtTheNextStart() throws Exception {
        swap("1.1.0");

        stopAndStart();
        ResourceStatus resumed = theme();
        String answer = theatre.call("theme");
        crash(AN_HOUR);

        assertEquals("1.1.0", answer);
        assertEquals(ResourceStatus.State.PROVISIONAL, resumed.state());
        assertTrue(resumed.provisional().orElseThrow().remainingMillis() > 0);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void whereMoreAttemptsAreAllowedTheVersionIsTriedAgainAndEachTryIsOnDiskBeforeItStarts() throws Exception {
        CommitPolicy twice = new CommitPolicy(AN_HOUR.bake(), 2, AN_HOUR.rollbackWindow(), AN_HOUR.badAfter());
        swap("1.1.0");

        crash(twice);
        String second = theatre.call("theme");
        int attempt = theme().provisional().orElseThrow().attempt();
        crash(twice);

        assertEquals("1.1.0", second);
        assertEquals(2, attempt);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aPausedVersionIsCommittedByNobodyButYou() throws Exception {
        crash(CommitPolicy.DEFAULTS.baking(Duration.ofMillis(200)));
        swap("1.1.0");

        BakeResult paused = theatre.engine.pause("theme", "admin", "let me look");
        BakeResult again = theatre.engine.pause("theme", "admin", "");
        long left = theme().provisional().orElseThrow().remainingMillis();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        long later = theme().provisional().orElseThrow().remainingMillis();
        BakeResult resumed = theatre.engine.resume("theme", "admin", "");
        await().until(() -> theme().provisional().isEmpty());

        assertEquals(BakeResult.Outcome.PAUSED, paused.outcome());
        assertEquals(BakeResult.Outcome.REFUSED, again.outcome());
        assertEquals(left, later);
        assertEquals(BakeResult.Outcome.RESUMED, resumed.outcome());
        assertEquals(
                List.of("flipped", "paused", "resumed", "judged", "committed"),
                latest().decisions().stream().map(SwapRecord.Decision::what).toList());
    }

    @Test
    void aVersionThatIsTakenBackTooOftenIsMarkedBadUntilSomebodySaysSo() {
        swap("1.1.0");
        theatre.engine.rollback("theme");
        swap("1.1.0");
        theatre.engine.rollback("theme");

        SwapResult refused = swap("1.1.0");
        SwapResult allowed = theatre.engine.swap(
                "theme", Candidate.file(theatre.version("theme", "1.1.0")).allowingBad());
        theatre.engine.rollback("theme");
        SwapResult once = swap("1.1.0");

        assertTrue(refused.reason().contains("marked bad"), refused.reason());
        assertEquals("swapped", allowed.outcome(), allowed.reason());
        assertEquals("swapped", once.outcome(), once.reason());
    }

    @Test
    void aVersionThatIsMarkedBadAndAllowedStaysMarkedWhereItIsRefusedForAnotherReason() {
        swap("1.1.0");
        theatre.engine.rollback("theme");
        swap("1.1.0");
        theatre.engine.rollback("theme");
        Candidate bad = Candidate.file(theatre.version("theme", "1.1.0"));

        theatre.host.failAt(FakeHost.Step.START);
        SwapResult allowed = theatre.engine.swap("theme", bad.allowingBad());
        theatre.host.work();
        SwapResult then = theatre.engine.swap("theme", bad);

        assertEquals("refused", allowed.outcome());
        assertTrue(then.reason().contains("marked bad"), then.reason());
    }

    @Test
    void whatCameTogetherStandsTogetherAndGoesBackTogether() throws Exception {
        theatre.engine.swap("feed", Candidate.file(theatre.version("feed", "1.0.0")));
        List<GroupMember> both = List.of(
                new GroupMember("theme", Candidate.file(theatre.version("theme", "1.1.0"))),
                new GroupMember("feed", Candidate.file(theatre.version("feed", "1.1.0"))));
        theatre.engine.swap(both);

        crash(AN_HOUR);
        String afterCrash = theatre.call("theme") + " " + theatre.call("feed");
        theatre.engine.swap(both);
        BakeResult committed = theatre.engine.commit("feed", "admin", "");
        crash(AN_HOUR);

        assertEquals("1.0.0 1.0.0", afterCrash);
        assertEquals(List.of("feed", "theme"), committed.resources());
        assertEquals("1.1.0 1.1.0", theatre.call("theme") + " " + theatre.call("feed"));
    }

    /** The one of them that does not start again takes the others with it. */
    @Test
    void whatCameTogetherGoesBackTogetherAlsoWhereOneOfThemIsNotToBeBroughtBack() throws Exception {
        theatre.engine.swap("feed", Candidate.file(theatre.version("feed", "1.0.0")));
        theatre.engine.swap(List.of(
                new GroupMember("theme", Candidate.file(theatre.version("theme", "1.1.0"))),
                new GroupMember("feed", Candidate.file(theatre.version("feed", "1.1.0")))));
        theatre.host.broken.add("theme 1.1.0");

        stopAndStart();

        await().until(() ->
                theatre.call("theme").equals("1.0.0") && theatre.call("feed").equals("1.0.0"));
        assertTrue(theatre.engine.resource("feed").provisional().isEmpty());
        assertTrue(theme().provisional().isEmpty());
    }

    @Test
    void aFreshGenerationOfTheActiveVersionIsAVersionLikeAnyOther() {
        SwapResult again = theatre.engine.swap("theme", Candidate.again());
        SlotState before = theatre.engine.slots("theme").get(0).state();
        SwapResult back = theatre.engine.rollback("theme");

        assertEquals("swapped", again.outcome(), again.reason());
        assertEquals(SlotState.RETAINED, before);
        assertEquals("rolledBack", back.outcome(), back.reason());
        assertEquals(SlotState.ACTIVE, theatre.engine.slots("theme").get(0).state());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aRollbackNeedNotWaitForTheCallsThatAreStillInsideTheVersionBefore() throws Exception {
        theatre.engine.swap("store", Candidate.file(theatre.version("store", "1.0.0", Criticality.CRITICAL, "")));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread caller = new Thread(() -> theatre.call("store", () -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        caller.start();
        entered.await();
        Thread swapping = new Thread(() -> theatre.engine.swap(
                "store", Candidate.file(theatre.version("store", "1.1.0", Criticality.CRITICAL, ""))));
        swapping.start();
        await().until(() -> theatre.call("store").equals("1.1.0"));

        SwapResult back = theatre.engine.rollback("store");
        String answer = theatre.call("store");
        swapping.join();
        leave.countDown();
        caller.join();
        await().until(() -> theatre.engine.resource("store").state() == ResourceStatus.State.ACTIVE);
        SwapResult next = theatre.engine.swap(
                "store", Candidate.file(theatre.version("store", "1.2.0", Criticality.CRITICAL, "")));

        assertTrue(back.flipped(), back.reason());
        assertEquals("1.0.0", answer);
        assertEquals("swapped", next.outcome(), next.reason());
        assertEquals("1.2.0", theatre.call("store"));
    }

    @Test
    void whenTheRollbackWindowHasClosedThereIsNoWayBack() throws Exception {
        crash(new CommitPolicy(CommitPolicy.DEFAULTS.baking(Duration.ZERO).bake(), 1, Duration.ofMillis(50), 2));

        swap("1.1.0");
        await().until(() -> theme().wayBack().isEmpty());

        assertEquals("refused", theatre.engine.rollback("theme").outcome());
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void aPlanThatWasAgreedToIsRefusedOnceTheWorldHasChanged() {
        Candidate next = Candidate.file(theatre.version("theme", "1.1.0"));
        String agreed = theatre.engine.plan("theme", next).fingerprint();
        String again = theatre.engine.plan("theme", next).fingerprint();
        swap("1.0.1");
        theatre.engine.commit("theme", "admin", "");

        SwapResult changed = theatre.engine
                .swap(SwapRequest.of("theme", next).asPlanned(agreed))
                .get(0);
        SwapResult unknown = theatre.engine
                .swap(SwapRequest.of("theme", next).asPlanned("nonsense"))
                .get(0);
        SwapResult asPlanned = theatre.engine
                .swap(SwapRequest.of("theme", next)
                        .asPlanned(theatre.engine.plan("theme", next).fingerprint()))
                .get(0);

        assertEquals(agreed, again);
        assertTrue(changed.reason().contains("changed since"), changed.reason());
        assertTrue(unknown.reason().contains("nonsense"), unknown.reason());
        assertEquals("swapped", asPlanned.outcome(), asPlanned.reason());
    }

    @Test
    void whatSwapsReallyCostStandsBesideWhatIsDeclared() {
        swap("1.1.0");

        assertEquals(5, theme().swapCostMillis());
        assertTrue(theme().learnedCostMillis() > 0);
    }

    @Test
    void aRecordSaysWhoAskedAndWhyAndWhatCameOfIt() {
        theatre.engine.swap(SwapRequest.of("theme", Candidate.version("9.9.9")).by("shell:ada", "curiosity"));

        SwapRecord record = latest();

        assertEquals("shell:ada", record.by());
        assertEquals("curiosity", record.cause());
        assertEquals(SwapRecord.End.REFUSED, record.end());
        assertTrue(record.members().get(0).reason().contains("9.9.9"), record.toString());
    }
}
