package org.understudy.newsroom.demo.load;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.demo.check.Failures;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.check.Part;

class SideLoadTest {
    private final Counts counts = new Counts();
    private final Failures failures = new Failures(System.nanoTime());

    @Test
    void aCallThatIsHeldKeepsNoOtherFromBeingMade() throws Exception {
        CountDownLatch opens = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        try (SideLoad load = load(Duration.ofSeconds(5), () -> {
            made.incrementAndGet();
            opens.await();
            return Judgement.GOOD;
        })) {
            await().until(() -> made.get() > 20);
            opens.countDown();
            await().until(() -> counts.count(Offering.RESTART, Mark.GOOD) > 20);
            assertTrue(load.longestMillis() > 0);
        }

        assertEquals(0, counts.count(Offering.RESTART, Mark.FAILED), () -> "" + failures.lines());
        assertEquals(made.get(), counts.count(Offering.RESTART, Mark.GOOD));
    }

    @Test
    void anAnswerThatComesTooLateIsAFailure() {
        CountDownLatch opens = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        try (SideLoad load = load(Duration.ofSeconds(1), () -> {
            if (made.incrementAndGet() == 1) {
                opens.await();
            }
            return Judgement.GOOD;
        })) {
            await().until(() -> made.get() > 120);
            opens.countDown();
            await().until(() -> counts.count(Offering.RESTART, Mark.FAILED) >= 1);
            assertTrue(load.longestMillis() > 1000);
        }
    }

    @Test
    void whateverACallThrowsIsAFailure() {
        SideLoad load = load(Duration.ofSeconds(5), () -> {
            throw new NoClassDefFoundError("gone");
        });
        await().until(() -> counts.count(Offering.RESTART, Mark.FAILED) > 3);
        load.close();

        assertTrue(failures.lines().get(0).contains("gone"), () -> "" + failures.lines());
    }

    private SideLoad load(Duration timeout, Errand errand) {
        return new SideLoad(Part.BEACON, new Rate(100, timeout), errand, counts, failures);
    }
}
