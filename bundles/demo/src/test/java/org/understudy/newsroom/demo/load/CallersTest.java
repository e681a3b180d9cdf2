package org.understudy.newsroom.demo.load;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.fake.FakeVersion;
import org.understudy.newsroom.demo.holder.Grip;
import org.understudy.newsroom.demo.holder.Grips;
import org.understudy.newsroom.demo.holder.Kind;

class CallersTest {
    private static final UsageReplay USAGE = UsageReplay.madeUp(1);

    private final Checks checks = Checks.begin();
    private final FakeVersion version = new FakeVersion("1", (resource, number) -> {});

    @BeforeEach
    void oneVersionIsOnStage() {
        for (Part part : Part.values()) {
            checks.timelines().of(part).allow(Set.of("1"));
        }
    }

    @Test
    void everyKindOfHolderIsCalledAtTheStatedRate() {
        Callers callers =
                new Callers(holding(() -> version), USAGE, new Rate(2000, Duration.ofSeconds(5)), checks, Witness.NONE);
        await().until(() -> callers.total() > 2000);
        callers.close();

        assertEquals(
                callers.total(),
                callers.count(Mark.GOOD),
                () -> "" + checks.failures().lines());
        assertEquals(2000, callers.perSecond(), 100);
        for (Kind kind : Kind.values()) {
            assertEquals(callers.total() / 8.0, callers.count(kind, Mark.GOOD), callers.total() / 80.0, kind.label());
        }
    }

    /** The race hunted here: the watch and a call that comes back late both want to say what became of it. */
    @Test
    void aCallThatHangsIsFailedOnceAndTheLoadGoesOn() {
        CountDownLatch comesBack = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        FakeVersion slow = new FakeVersion("1", (resource, number) -> {}) {
            @Override
            public Answer<String> dress(Page page) {
                if (hangs.compareAndSet(true, false)) {
                    awaitForEver(comesBack);
                }
                return super.dress(page);
            }
        };
        Callers callers =
                new Callers(holding(() -> slow), USAGE, new Rate(400, Duration.ofMillis(1500)), checks, Witness.NONE);
        await().until(() -> callers.count(Mark.FAILED) > 0);
        long then = callers.total();
        await().until(() -> callers.total() > then + 1000);
        comesBack.countDown();
        callers.close();

        assertTrue(
                checks.failures().lines().get(0).contains("hangs"),
                () -> "" + checks.failures().lines());
        assertTrue(
                checks.failures().lines().get(0).contains(": 1 times"),
                () -> "" + checks.failures().lines());
    }

    @Test
    void aHolderWithoutServiceFailsItsCallsAndOnlyThose() {
        Callers callers = new Callers(
                () -> new Grips((kind, part) -> grip(kind == Kind.DS_DYNAMIC ? () -> null : () -> version)),
                USAGE,
                new Rate(2000, Duration.ofSeconds(5)),
                checks,
                Witness.NONE);
        await().until(() -> callers.total() > 1000);
        callers.close();

        assertTrue(callers.count(Kind.DS_DYNAMIC, Mark.FAILED) > 100);
        assertEquals(callers.count(Mark.FAILED), callers.count(Kind.DS_DYNAMIC, Mark.FAILED));
    }

    private static Supplier<Grips> holding(Supplier<Object> service) {
        return () -> new Grips((kind, part) -> grip(service));
    }

    private static Grip grip(Supplier<Object> service) {
        return new Grip() {
            @Override
            public Object take() {
                return service.get();
            }

            @Override
            public boolean release() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static void awaitForEver(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a caller", e);
        }
    }
}
