package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.dispatch.SafeCalls;
import org.understudy.dispatch.SharedTarget;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapResult;

/** What versions tell of themselves: before they come on stage, and as long as they are provisional. */
class HealthTest {
    private static final HealthProbe.Finding FIT = finding(HealthProbe.Level.FIT, "");

    @TempDir
    Path home;

    private final CountDownLatch released = new CountDownLatch(1);
    private Theatre theatre;

    @BeforeEach
    void open() throws Exception {
        SwapSettings quick = Theatre.QUICK;
        theatre = new Theatre(
                home,
                new FakeHost(),
                Map.of(),
                new SwapSettings(
                        quick.startDeadline(),
                        quick.stopDeadline(),
                        quick.drainDeadline(),
                        quick.linger(),
                        quick.holdDeadline(),
                        quick.pause(),
                        CommitPolicy.DEFAULTS.baking(Duration.ofHours(1)),
                        quick.judge()));
        swap("1.0.0");
    }

    @AfterEach
    void close() {
        released.countDown();
        theatre.close();
    }

    private static HealthProbe.Finding finding(HealthProbe.Level level, String message) {
        return new HealthProbe.Finding(level, message);
    }

    private void check(String version, Callable<HealthProbe.Finding> check) {
        HealthProbe probe = new HealthProbe("tables", check, "tables");
        theatre.host.instruments.put("theme " + version, new Instruments(List.of(probe), List.of()));
    }

    private SwapResult swap(String version) {
        return theatre.engine.swap("theme", Candidate.file(theatre.version("theme", version)));
    }

    private void assertRefused(SwapResult result, String because) {
        assertEquals("refused", result.outcome());
        assertTrue(result.reason().contains("tables") && result.reason().contains(because), result.reason());
        assertEquals("1.0.0", theatre.call("theme"));
        assertEquals(
                SlotState.STAGED,
                theatre.engine.slots("theme").stream()
                        .filter(slot -> slot.slot() == SlotSide.B)
                        .findFirst()
                        .orElseThrow()
                        .state());
    }

    /** Without the audition in {@code Swaps.comeOn} it is swapped. */
    @Test
    void aVersionThatIsNotFitDoesNotComeOnStage() {
        check("1.1.0", () -> finding(HealthProbe.Level.UNFIT, "the table is empty: load it"));

        assertRefused(swap("1.1.0"), "the table is empty: load it");
    }

    @Test
    void aVersionWhoseCheckThrowsDoesNotComeOnStage() {
        check("1.1.0", () -> {
            throw new IllegalStateException("no table");
        });

        assertRefused(swap("1.1.0"), "no table");
    }

    @Test
    void aVersionWhoseCheckHangsDoesNotComeOnStage() {
        check("1.1.0", () -> {
            released.await();
            return FIT;
        });

        assertRefused(swap("1.1.0"), "did not end");
    }

    @Test
    void oneThatIsNotReadyYetIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        check("1.1.0", () -> asked.incrementAndGet() < 3 ? finding(HealthProbe.Level.NOT_YET, "loading") : FIT);

        SwapResult result = swap("1.1.0");

        assertEquals("swapped", result.outcome(), result.reason());
        assertFalse(result.reason().contains("loading"), result.reason());
    }

    @Test
    void whatIsWorthSayingIsInTheResult() {
        check("1.1.0", () -> finding(HealthProbe.Level.WARNING, "the cache is cold"));
        SwapResult warned = swap("1.1.0");
        theatre.engine.commit("theme", "test", "");
        check("1.2.0", () -> finding(HealthProbe.Level.NOT_YET, "still loading"));
        SwapResult late = swap("1.2.0");

        assertEquals("swapped", warned.outcome(), warned.reason());
        assertTrue(warned.reason().contains("tables") && warned.reason().contains("the cache is cold"));
        assertEquals("swapped", late.outcome(), late.reason());
        assertTrue(late.reason().contains("still loading"), late.reason());
    }

    @Test
    void theWayBackIsNotAskedBeforehand() {
        check("1.1.0", () -> FIT);
        swap("1.1.0");
        check("1.0.0", () -> finding(HealthProbe.Level.UNFIT, "I never was"));

        SwapResult back = theatre.engine.rollback("theme");

        assertEquals("rolledBack", back.outcome(), back.reason());
    }

    /** Without the look in {@code Trials.take} it stays. */
    @Test
    void aVersionThatFallsIllWhileItIsProvisionalGoes() {
        AtomicReference<HealthProbe.Finding> state = new AtomicReference<>(FIT);
        check("1.1.0", state::get);

        SwapResult there = swap("1.1.0");
        state.set(finding(HealthProbe.Level.UNFIT, "the disk is full"));
        await().until(() -> theatre.call("theme").equals("1.0.0"));
        await().until(() -> theatre.engine.swaps(1).get(0).back());

        assertEquals("swapped", there.outcome(), there.reason());
        SwapRecord record = theatre.engine.swaps(1).get(0);
        assertTrue(record.cause().contains("the disk is full"), record.toString());
    }

    @Test
    void aVersionWhoseCheckNeverAnswersAnyMoreGoesAndNobodyWaitsForIt() {
        AtomicInteger asked = new AtomicInteger();
        check("1.1.0", () -> {
            if (asked.incrementAndGet() > 1) {
                released.await();
            }
            return FIT;
        });

        swap("1.1.0");

        await().atMost(Duration.ofSeconds(30)).until(() -> theatre.call("theme").equals("1.0.0"));
        assertEquals(2, asked.get()); // not asked again before it has answered
    }

    @Test
    void aDeclaredMetricIsReadWhileTheVersionIsOnStage() {
        AtomicInteger read = new AtomicInteger();
        Gauge gauge = new Gauge(
                () -> {
                    read.incrementAndGet();
                    return Map.of("queue", 3.0, "nobody declared", 1.0);
                },
                "gauge");
        theatre.host.instruments.put("store 1.0.0", new Instruments(List.of(), List.of(gauge)));

        theatre.engine.swap("store", Candidate.file(theatre.measured("store", "1.0.0", "queue")));

        await().until(() -> read.get() > 2);
    }

    /** The standby is called before the flip: each repeated call still sees the old version on stage. */
    @Test
    void safeCallsAreRepeatedInTheVersionThatComesBeforeItIsOnStage() {
        List<String> onStage = new CopyOnWriteArrayList<>();
        Supplier<String> next = () -> {
            onStage.add(theatre.engine.resource("theme").activeVersion().orElse(""));
            return "1.1.0";
        };
        Path file = theatre.version("theme", "1.1.0");
        FakeHost.Script script = theatre.host.scripts.get("theme 1.1.0");
        theatre.host.scripts.put("theme 1.1.0", new FakeHost.Script(script.shapes(), next));
        SafeCalls get = remembered();

        SwapResult result = theatre.engine.swap("theme", Candidate.file(file));

        assertEquals("swapped", result.outcome(), result.reason());
        assertEquals(1, get.kept().size());
        assertTrue(onStage.size() > 100, onStage.size() + " calls");
        assertEquals(Set.of("1.0.0"), Set.copyOf(onStage));
    }

    @Test
    void aVersionThatFailsThenComesAllTheSame() {
        Path file = theatre.version("theme", "1.1.0");
        FakeHost.Script script = theatre.host.scripts.get("theme 1.1.0");
        Supplier<String> next = () -> {
            throw new IllegalStateException("not before I am on stage");
        };
        theatre.host.scripts.put("theme 1.1.0", new FakeHost.Script(script.shapes(), next));
        SafeCalls get = remembered();

        assertEquals(
                "swapped", theatre.engine.swap("theme", Candidate.file(file)).outcome());
        assertEquals(1, get.kept().size());
    }

    private SafeCalls remembered() {
        SafeCalls get =
                theatre.pointer("theme").safeCalls(new SharedTarget(0), Supplier.class, "get", "()Ljava/lang/Object;");
        get.take(System.nanoTime(), new Object[0]);
        return get;
    }
}
