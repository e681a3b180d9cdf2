package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Verdict;

/** A version that hurts goes back by itself, with the reason and the figures on record; one that does not, stays. */
class JudgingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private final List<Thread> callers = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger failed = new AtomicInteger();
    private Theatre theatre;

    @BeforeEach
    void open() throws Exception {
        theatre = theatre(Duration.ofHours(1), JudgePolicy.DEFAULTS);
    }

    private Theatre theatre(Duration bake, JudgePolicy judge) throws Exception {
        SwapSettings quick = Theatre.QUICK;
        return new Theatre(
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
                        CommitPolicy.DEFAULTS.baking(bake),
                        judge));
    }

    @AfterEach
    void close() throws InterruptedException {
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        theatre.close();
    }

    private void swap(String resource, String version, Supplier<String> does) {
        SwapResult result = theatre.engine.swap(resource, Candidate.file(theatre.version(resource, version, does)));
        assertTrue(result.flipped(), result.reason());
    }

    /** Calls about two hundred times a second. */
    private void isCalled(String resource) {
        Thread caller = new Thread(() -> {
            while (!over.get()) {
                try {
                    theatre.call(resource);
                } catch (RuntimeException | Error e) {
                    failed.incrementAndGet();
                }
                LockSupport.parkNanos(5_000_000);
            }
        });
        caller.setDaemon(true);
        caller.start();
        callers.add(caller);
    }

    private static Supplier<String> answers(String version) {
        return () -> version;
    }

    private static Supplier<String> fails(Supplier<? extends Error> with) {
        return () -> {
            throw with.get();
        };
    }

    private void awaitBack(String resource, String version) {
        await().atMost(PATIENCE)
                .until(() -> theatre.engine.resource(resource).provisional().isEmpty());
        assertEquals(version, theatre.engine.resource(resource).activeVersion().orElseThrow());
    }

    private Verdict verdict() {
        return theatre.engine.swaps(10).stream()
                .flatMap(record -> record.decisions().stream())
                .flatMap(decision -> decision.verdict().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVersionWhoseCallsFailIsTakenBackAndTheRecordSaysWhy() {
        swap("theme", "1.0.0", answers("1.0.0"));
        isCalled("theme");
        await().until(() -> theatre.engine.monitor().generations().stream().anyMatch(now -> now.calls() > 200));
        AtomicInteger calls = new AtomicInteger();
        swap("theme", "1.1.0", () -> {
            if (calls.incrementAndGet() % 10 == 0) {
                throw new IllegalStateException("one in ten");
            }
            return "1.1.0";
        });

        awaitBack("theme", "1.0.0");
        SwapRecord record = theatre.engine.swap(2).orElseThrow();
        SwapRecord back = theatre.engine.swaps(1).get(0);

        assertEquals(SwapRecord.End.TAKEN_BACK, record.end());
        assertEquals("judge", back.by());
        assertTrue(back.back());
        assertEquals(Verdict.Outcome.FAIL, verdict().outcome());
        assertTrue(verdict().findings().get(0).candidateSamples() > 0, verdict().toString());
        int then = failed.get();
        assertEquals(then, failed.get());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aVersionOutOfWhichAnErrorComesAfterWhichNobodyCanRelyOnItIsTakenBackAtOnce() {
        swap("theme", "1.0.0", answers("1.0.0"));
        swap("theme", "1.1.0", fails(StackOverflowError::new));
        isCalled("theme");

        awaitBack("theme", "1.0.0");

        assertTrue(verdict().reason().contains("StackOverflowError"), verdict().reason());
    }

    @Test
    void aVersionInWhichCallsHangIsTakenBackAndNobodyElseHangs() {
        theatre.close();
        CountDownLatch end = new CountDownLatch(1);
        try {
            theatre = new Theatre(home, new FakeHost(), Map.of(), settingsWithHang(Duration.ofMillis(700)));
            swap("theme", "1.0.0", answers("1.0.0"));
            swap("theme", "1.1.0", () -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return "1.1.0";
            });
            isCalled("theme");

            awaitBack("theme", "1.0.0");

            assertTrue(verdict().reason().contains("inside"), verdict().reason());
            assertEquals("1.0.0", theatre.call("theme"));
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            end.countDown();
        }
    }

    private static SwapSettings settingsWithHang(Duration hang) {
        SwapSettings quick = Theatre.QUICK;
        JudgePolicy usual = JudgePolicy.DEFAULTS;
        return new SwapSettings(
                quick.startDeadline(),
                quick.stopDeadline(),
                quick.drainDeadline(),
                quick.linger(),
                quick.holdDeadline(),
                quick.pause(),
                CommitPolicy.DEFAULTS.baking(Duration.ofHours(1)),
                new JudgePolicy(usual.criteria(), usual.inconclusive(), usual.nodata(), usual.extensions(), hang));
    }

    @Test
    void whatCameTogetherIsTakenBackTogetherWhenOneOfThemFails() {
        swap("theme", "1.0.0", answers("1.0.0"));
        swap("feed", "1.0.0", answers("1.0.0"));
        theatre.engine.swap(List.of(
                new GroupMember("theme", Candidate.file(theatre.version("theme", "1.1.0"))),
                new GroupMember(
                        "feed", Candidate.file(theatre.version("feed", "1.1.0", fails(OutOfMemoryError::new))))));
        isCalled("feed");

        awaitBack("feed", "1.0.0");
        awaitBack("theme", "1.0.0");
    }

    @Test
    void aVersionThatIsNotCalledIsCommittedWhereThePolicySaysSoAndWaitsForSomebodyWhereNot() throws Exception {
        theatre.close();
        Map<Criticality, Undecided> nodata = new EnumMap<>(JudgePolicy.DEFAULTS.nodata());
        nodata.put(Criticality.VOLATILE, Undecided.PAUSE);
        JudgePolicy usual = JudgePolicy.DEFAULTS;
        theatre = theatre(
                Duration.ofMillis(50),
                new JudgePolicy(usual.criteria(), usual.inconclusive(), nodata, 1, usual.hang()));
        swap("theme", "1.0.0", answers("1.0.0"));
        theatre.engine.swap("desk", Candidate.file(theatre.version("desk", "1.0.0", Criticality.AUXILIARY, "")));

        swap("theme", "1.1.0", answers("1.1.0"));
        theatre.engine.swap("desk", Candidate.file(theatre.version("desk", "1.1.0", Criticality.AUXILIARY, "")));
        await().until(() -> theatre.engine.resource("desk").state() == ResourceStatus.State.ACTIVE);
        await().until(() ->
                theatre.engine.resource("theme").provisional().orElseThrow().paused());

        assertEquals("1.1.0", theatre.call("desk"));
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void threadsThatWaitForEachOtherInTheCodeOfAVersionAreNoticed() throws Exception {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock other = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        Thread first = crossing(one, other, both);
        Thread second = crossing(other, one, both);
        GenerationWatch watch = new GenerationWatch(loader -> List.of(), System::nanoTime);
        GenerationWatch.Entry mine =
                watch.watch("test", "1", org.understudy.swap.SlotSide.A, JudgingTest.class.getClassLoader());
        GenerationWatch.Entry foreign =
                watch.watch("test", "2", org.understudy.swap.SlotSide.B, new ClassLoader(null) {});
        try {
            await().until(() -> Deadlocks.throughCodeOf(mine).isPresent());

            assertTrue(Deadlocks.throughCodeOf(foreign).isEmpty());
        } finally {
            first.interrupt();
            second.interrupt();
            first.join();
            second.join();
        }
    }

    private static Thread crossing(ReentrantLock mine, ReentrantLock yours, CountDownLatch both) {
        Thread thread = new Thread(() -> {
            mine.lock();
            try {
                both.countDown();
                both.await();
                yours.lockInterruptibly();
                yours.unlock();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                mine.unlock();
            }
        });
        thread.start();
        return thread;
    }
}
