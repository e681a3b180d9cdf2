package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts work that outlives its call and goes on in a version which was stopped after its drain.
 *
 * <p>For {@code -Dunderstudy.storm.seconds=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutstandingStormTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("understudy.storm.seconds", 4));

    private final Pointer pointer = new Pointer(new Closed("nothing is on stage"));
    private final LongAdder violations = new LongAdder();
    private long swaps;
    private volatile boolean over;

    private static final class Version {
        private volatile boolean stopped;
    }

    @Test
    void no_work_goes_on_in_a_stopped_version() {
        rage(old -> new Drain(old)::done, TIME, false);

        assertAll(() -> assertEquals(0, violations.sum()), () -> assertTrue(swaps > 0, "not one version has drained"));
    }

    @Test
    void the_storm_finds_the_work_that_is_begun_between_the_looks_when_the_count_is_read_before_the_cells() {
        rage(old -> () -> countFirst(old), TIME.multipliedBy(60), true);

        assertTrue(violations.sum() > 0, () -> "nothing was found in " + swaps + " swaps");
    }

    private static boolean countFirst(Generation old) {
        return old.outstanding().count() == 0
                && IntStream.range(0, Tickets.COUNT).allMatch(ticket -> old.inside(ticket) == 0);
    }

    private void rage(Function<Generation, BooleanSupplier> drain, Duration time, boolean untilViolated) {
        pointer.publish(generation());
        new Cast(this::callOn, this::callOn)
                .enact(() -> swapOn(drain, System.nanoTime() + time.toNanos(), untilViolated));
    }

    private static Generation generation() {
        return new Generation("a version", new Version());
    }

    private void callOn() {
        while (!over) {
            call();
        }
    }

    /** Takes its time before it begins the work and before it ends it, so that swaps meet it in both places. */
    private void call() {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        Version version = (Version) generation.target(0);
        spin();
        Outstanding.Work work = generation.outstanding().begin();
        generation.leave(ticket);
        spin();
        if (version.stopped) {
            violations.increment();
        }
        work.end();
    }

    private static void spin() {
        for (int step = 0; step < 50; step++) {
            Thread.onSpinWait();
        }
    }

    private void swapOn(Function<Generation, BooleanSupplier> drain, long end, boolean untilViolated) {
        while (System.nanoTime() - end < 0 && !(untilViolated && violations.sum() > 0)) {
            Generation old = (Generation) pointer.publish(generation());
            BooleanSupplier done = drain.apply(old);
            while (!done.getAsBoolean()) {
                Thread.onSpinWait();
            }
            ((Version) old.target(0)).stopped = true;
            swaps++;
        }
        over = true;
    }
}
