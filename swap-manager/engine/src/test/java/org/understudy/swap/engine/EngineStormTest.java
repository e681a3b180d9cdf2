package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/**
 * Flip, drain, rollback during a drain, groups, nested calls and services that swap themselves, all at once, on real
 * threads: no call fails, none is inside a version that is stopped, every version that leaves is drained once, and nothing
 * waits for ever. The long form: {@code -Dunderstudy.storm.flips=100000}.
 */
class EngineStormTest {
    private static final int FLIPS = Integer.getInteger("understudy.storm.flips", 300);
    private static final Duration PATIENCE = Duration.ofSeconds(30L + FLIPS / 20);

    @TempDir
    Path home;

    @Test
    void noCallFailsOrIsInsideAStoppedVersionAndEachVersionThatLeavesIsDrainedOnce() throws Exception {
        try (EngineStorm storm = new EngineStorm(home, EngineStorm.Calling.AS_A_HANDLE_DOES)) {
            List<String> found = storm.storm(3, FLIPS, PATIENCE);

            assertEquals(List.of(), found);
            assertTrue(storm.calls() > FLIPS, "calls: " + storm.calls());
            assertTrue(storm.ownSwaps() > 0, "no service came to swap itself");
            await().until(() -> storm.undrained() == 0);
            assertEquals(0, storm.cut());
        }
    }

    /** With the guarantee left out, the storm finds it. */
    @ParameterizedTest
    @EnumSource(names = {"WITHOUT_ENTERING", "LEAVING_TOO_EARLY"})
    void callersThatAreNotCountedAreFoundInsideStoppedVersions(EngineStorm.Calling calling) throws Exception {
        try (EngineStorm storm = new EngineStorm(home, calling)) {
            List<String> found = storm.storm(3, 100_000, Duration.ofSeconds(20));

            assertFalse(found.isEmpty());
            assertTrue(found.get(0).contains("stopped"), found.get(0));
        }
    }

    /** What the manual forbids: the call waits for the swap, and the swap for the call. The deadline ends it. */
    @Test
    void aServiceThatWaitsForItsOwnSwapIsCutAtTheDrainDeadlineAndAnswersAllTheSame() throws Exception {
        try (Theatre theatre = new Theatre(home)) {
            AtomicReference<SwapResult> result = new AtomicReference<>();
            Path next = theatre.version("theme", "1.1.0");
            Supplier<String> swapsItself = () -> {
                result.set(theatre.engine.swap("theme", Candidate.file(next)));
                return "1.0.0";
            };
            theatre.engine.swap("theme", Candidate.file(theatre.version("theme", "1.0.0", swapsItself)));

            String answer = theatre.call("theme");

            assertEquals("1.0.0", answer);
            assertTrue(result.get().flipped(), result.get().reason());
            assertTrue(result.get().reason().contains("cut"), result.get().reason());
            assertEquals("1.1.0", theatre.call("theme"));
        }
    }

    /** A critical one is never cut: so whoever waits for it sees that it does not end, and nobody else is kept waiting. */
    @Test
    void aCriticalServiceThatWaitsForItsOwnSwapGetsItsResultWhileItsCallIsStillInside() throws Exception {
        try (Theatre theatre = new Theatre(home)) {
            CountDownLatch swapped = new CountDownLatch(1);
            Path first = theatre.version("theme", "1.0.0", Criticality.CRITICAL, "");
            Path next = theatre.version("theme", "1.1.0", Criticality.CRITICAL, "");
            theatre.host.scripts.computeIfPresent(
                    "theme 1.0.0",
                    (label, script) -> new FakeHost.Script(script.shapes(), (Supplier<String>) () -> {
                        SwapResult result = theatre.engine.swap("theme", Candidate.file(next));
                        if (result.outcome().equals("draining")) {
                            swapped.countDown();
                        }
                        return "1.0.0";
                    }));
            theatre.engine.swap("theme", Candidate.file(first));

            assertEquals("1.0.0", theatre.call("theme"));

            assertEquals(0, swapped.getCount());
            assertEquals("1.1.0", theatre.call("theme"));
            await().until(() -> theatre.engine.drain("theme").inside() == 0);
        }
    }
}
