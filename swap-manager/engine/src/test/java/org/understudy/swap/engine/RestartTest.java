package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;
import org.understudy.swap.WayBack;

/** Resources of which two versions cannot run side by side. The host refuses to start a second one. */
class RestartTest {
    @TempDir
    Path home;

    private Theatre theatre;
    private SwapEngine engine;

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home);
        engine = theatre.engine;
        theatre.host.onlyOne = true;
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private SwapResult swap(String version) {
        return engine.swap("beacon", Candidate.file(theatre.exclusive("beacon", version)));
    }

    @Test
    void theOldVersionIsStoppedBeforeTheNewOneStartsAndTheResultSaysHowLongCallsWereHeld() {
        swap("1.0.0");

        SwapResult result = swap("1.1.0");

        assertEquals("swapped", result.outcome(), result.reason());
        assertEquals("1.1.0", theatre.call("beacon"));
        assertTrue(result.timing().gapMillis() > 0, result.timing().toString());
        assertEquals(
                Optional.of(new WayBack("1.0.0", WayBack.By.START)),
                engine.resource("beacon").wayBack());
    }

    @Test
    void theWayBackIsStartedOnceTheOtherHasStopped() {
        swap("1.0.0");
        swap("1.1.0");

        SwapResult back = engine.rollback("beacon");

        assertEquals("rolledBack", back.outcome(), back.reason());
        assertEquals("1.0.0", theatre.call("beacon"));
        assertFalse(theatre.host.running.contains(new SlotId("beacon", SlotSide.B)));
    }

    @Test
    void aNewVersionThatDoesNotStartGivesItsPlaceBackToTheOldOne() {
        swap("1.0.0");
        theatre.host.broken.add("beacon 1.1.0");

        SwapResult refused = swap("1.1.0");

        assertEquals("refused", refused.outcome());
        assertTrue(refused.reason().contains("1.1.0"), refused.reason());
        assertEquals("1.0.0", theatre.call("beacon"));
        assertTrue(theatre.host.onStage.contains(new SlotId("beacon", SlotSide.A)));
    }

    @Test
    void aVersionWhoseServicesEndBadlyIsStoppedAllTheSame() {
        swap("1.0.0");
        theatre.host.endsBadly = true;

        SwapResult result = swap("1.1.0");

        assertEquals("swapped", result.outcome(), result.reason());
        assertFalse(theatre.host.running.contains(new SlotId("beacon", SlotSide.A)));
        assertEquals("1.1.0", theatre.call("beacon"));
    }

    @Test
    void ifNeitherStartsTheResourceIsDownSaysWhyAndComesBackByItself() {
        swap("1.0.0");
        theatre.host.broken.add("beacon 1.1.0");
        theatre.host.broken.add("beacon 1.0.0");

        swap("1.1.0");
        String note = engine.resource("beacon").note();
        theatre.host.broken.clear();

        assertTrue(note.contains("was stopped for a swap that failed"), note);
        await().until(() -> engine.resource("beacon").note().isEmpty());
        assertEquals("1.0.0", theatre.call("beacon"));
    }

    @Test
    void callsThatComeMeanwhileAreHeldCountedAndAnsweredByTheNewVersion() throws Exception {
        swap("1.0.0");
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        theatre.host.atStart(() -> {
            starting.countDown();
            try {
                mayStart.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        CompletableFuture<SwapResult> swap = CompletableFuture.supplyAsync(() -> swap("1.1.0"));
        starting.await();
        Thread caller = new Thread(() -> theatre.call("beacon"));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        mayStart.countDown();
        caller.join();

        assertEquals(1, swap.get().timing().heldCalls());
    }

    @Test
    void aPlanSaysBeforehandThatCallsWillBeHeld() {
        swap("1.0.0");

        SwapPlan plan = engine.plan("beacon", Candidate.file(theatre.exclusive("beacon", "1.1.0")));

        assertEquals(SwapPlan.Manner.RESTART, plan.manner());
        assertTrue(plan.heldMillis() > 0);
        assertTrue(
                plan.warnings().toString().contains("port 8099"),
                plan.warnings().toString());
    }

    @Test
    void aVersionWithAServiceThatNoHandleCanStandBeforeIsStartedOnceMoreSeenByAll() {
        theatre.host.onlyOne = false;
        engine.swap("theme", Candidate.file(theatre.version("theme", "1.0.0")));
        theatre.host.unrouted.put("theme 1.1.0", List.of("class theme.Painter is no interface"));

        SwapResult there = engine.swap("theme", Candidate.file(theatre.version("theme", "1.1.0")));
        boolean exposed = theatre.host.exposed.contains(new SlotId("theme", SlotSide.B));
        SwapPlan plan = engine.plan("theme", Candidate.file(theatre.version("theme", "1.2.0")));

        assertEquals("swapped", there.outcome(), there.reason());
        assertTrue(exposed);
        assertTrue(there.timing().gapMillis() > 0);
        assertEquals(SwapPlan.Manner.RESTART, plan.manner());
        assertTrue(
                plan.warnings().toString().contains("theme.Painter"),
                plan.warnings().toString());
    }
}
