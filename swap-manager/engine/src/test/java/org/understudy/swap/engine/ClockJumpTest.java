package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.swap.Candidate;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapResult;

/** Somebody sets the clock of the machine, back and forth: nothing is ordered by it, and no time is counted by it. */
class ClockJumpTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    @TempDir
    Path home;

    private volatile Instant wall = NOON;
    private Theatre theatre;

    @BeforeEach
    void open() throws Exception {
        theatre = theatre(Duration.ofHours(1));
        swap("1.0.0");
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private Theatre theatre(Duration bake) throws Exception {
        SwapSettings quick = Theatre.QUICK;
        SwapSettings settings = new SwapSettings(
                quick.startDeadline(),
                quick.stopDeadline(),
                quick.drainDeadline(),
                quick.linger(),
                quick.holdDeadline(),
                quick.pause(),
                CommitPolicy.DEFAULTS.baking(bake),
                quick.judge());
        return new Theatre(home, theatre == null ? new FakeHost() : theatre.host, Map.of(), settings, () -> wall);
    }

    private void restart(Duration bake) throws Exception {
        theatre.close();
        theatre.host.forget();
        theatre = theatre(bake);
    }

    private void swap(String version) {
        SwapResult result = theatre.engine.swap("theme", Candidate.file(theatre.version("theme", version)));
        assertEquals("swapped", result.outcome(), result.reason());
    }

    private ResourceStatus theme() {
        return theatre.engine.resource("theme");
    }

    @Test
    void aBakeTimeEndsWhenItIsOverThoughTheClockWasSetBackMeanwhile() throws Exception {
        restart(Duration.ofMillis(200));
        swap("1.1.0");

        wall = NOON.minus(TEN_YEARS);

        await().until(() -> theme().provisional().isEmpty());
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void aBakeTimeDoesNotEndBecauseTheClockWasSetAhead() throws Exception {
        swap("1.1.0");

        wall = NOON.plus(TEN_YEARS);
        long now = theme().provisional().orElseThrow().remainingMillis();
        restart(Duration.ofHours(1));
        long afterRestart = theme().provisional().orElseThrow().remainingMillis();

        long almostAll = Duration.ofMinutes(59).toMillis();
        assertTrue(now > almostAll && afterRestart > almostAll, now + ", " + afterRestart);
    }

    @Test
    void theJournalTellsWhatHappenedInItsOrderThoughTheTimesGoBack() throws Exception {
        swap("1.1.0");
        wall = NOON.minus(TEN_YEARS);
        theatre.engine.rollback("theme", "admin", "the clock is wrong");
        wall = NOON.minus(TEN_YEARS.multipliedBy(2));
        restart(Duration.ofHours(1));
        swap("1.2.0");

        List<SwapRecord> latest = theatre.engine.swaps(4);

        assertEquals(
                List.of(4L, 3L, 2L, 1L), latest.stream().map(SwapRecord::number).toList());
        assertEquals(
                List.of(
                        SwapRecord.End.PROVISIONAL,
                        SwapRecord.End.COMMITTED,
                        SwapRecord.End.TAKEN_BACK,
                        SwapRecord.End.COMMITTED),
                latest.stream().map(SwapRecord::end).toList());
        assertTrue(latest.get(0).at().isBefore(latest.get(3).at()), "they are told as the clock said");
        assertEquals("1.2.0", theatre.call("theme"));
        assertTrue(theatre.engine
                .doctor(new Premises(theatre.disk.disk(), home, () -> Long.MAX_VALUE))
                .examine()
                .healthy());
    }

    @Test
    void aCrashAfterTheClockWasSetBackBringsTheVersionBeforeBackAllTheSame() throws Exception {
        swap("1.1.0");
        wall = NOON.minus(TEN_YEARS);
        theatre.end();
        theatre.host.forget();
        theatre = theatre(Duration.ofHours(1));

        assertEquals("1.0.0", theatre.call("theme"));
        assertEquals(SwapRecord.End.TAKEN_BACK, theatre.engine.swaps(1).get(0).end());
    }
}
