package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts threads that meet an old member of a group after a new one, and calls inside a member that has drained.
 *
 * <p>For {@code -Dunderstudy.group.seconds=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupFlipTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("understudy.group.seconds", 4));

    private final Pointer sender = new Pointer(new Closed("no sender yet"));
    private final Pointer receiver = new Pointer(new Closed("no receiver yet"));
    private final LongAdder mixed = new LongAdder();
    private final LongAdder stopped = new LongAdder();
    private volatile Seen told;
    private volatile boolean over;

    /** A member; one number a flip. */
    private static final class Version {
        private final long number;
        private volatile boolean stopped;

        private Version(long number) {
            this.number = number;
        }
    }

    /** What a thread has met, told to another. */
    private record Seen(long number) {}

    private static Generation generation(long number) {
        return new Generation("version " + number, new Version(number));
    }

    private long meet(Pointer pointer) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        try {
            Version version = (Version) generation.target(0);
            if (version.stopped) {
                stopped.increment();
            }
            return version.number;
        } finally {
            generation.leave(ticket);
        }
    }

    private void judge(long seen, long then) {
        if (then < seen) {
            mixed.increment();
        }
    }

    private void callInTurn() {
        while (!over) {
            judge(meet(sender), meet(receiver));
            judge(meet(receiver), meet(sender));
        }
    }

    private void tell() {
        while (!over) {
            told = new Seen(meet(sender));
        }
    }

    private void listen() {
        while (!over) {
            Seen seen = told;
            if (seen != null) {
                judge(seen.number(), meet(receiver));
            }
        }
    }

    /** Flips as fast as members drain, until the time is up or, if that is what is waited for, something is found. */
    private void flip(BiConsumer<Generation, Generation> flip, AtomicBoolean untilMixed) {
        long end = System.nanoTime() + TIME.toNanos() * (untilMixed.get() ? 5 : 1);
        for (long number = 1; System.nanoTime() - end < 0 && !(untilMixed.get() && mixed.sum() > 0); number++) {
            Route oldSender = sender.route();
            Route oldReceiver = receiver.route();
            flip.accept(generation(number), generation(number));
            drain(oldSender);
            drain(oldReceiver);
        }
        over = true;
    }

    private static void drain(Route route) {
        if (route instanceof Generation generation) {
            Drain drain = new Drain(generation);
            while (!drain.done()) {
                Thread.onSpinWait();
            }
            ((Version) generation.target(0)).stopped = true;
        }
    }

    private void rage(BiConsumer<Generation, Generation> flip, boolean untilMixed) {
        sender.publish(generation(0));
        receiver.publish(generation(0));
        new Cast(this::callInTurn, this::callInTurn, this::tell, this::listen)
                .enact(() -> flip(flip, new AtomicBoolean(untilMixed)));
    }

    @Test
    void whoever_met_a_new_member_or_was_told_of_it_meets_no_old_one() {
        rage((one, other) -> GroupFlip.publish(List.of(sender, receiver), List.of(one, other)), false);

        assertEquals(0, mixed.sum());
        assertEquals(0, stopped.sum());
    }

    @Test
    void one_pointer_after_the_other_is_found_out() {
        rage(
                (one, other) -> {
                    sender.publish(one);
                    receiver.publish(other);
                },
                true);

        assertTrue(mixed.sum() > 0, "the hunt finds nothing");
    }

    @Test
    void it_tells_where_each_pointer_led_and_shows_no_way_in_between() {
        Route before = sender.route();
        Generation one = generation(1);
        Generation other = generation(1);
        receiver.publish(generation(0));

        List<Route> led = GroupFlip.publish(List.of(sender, receiver), List.of(one, other));

        assertSame(before, led.get(0));
        assertSame(one, sender.route());
        assertSame(other, receiver.route());
    }

    @Test
    void a_generation_that_was_on_stage_keeps_all_from_coming() {
        Generation old = generation(0);
        sender.publish(old);
        receiver.publish(generation(0));
        Route before = receiver.route();
        List<Pointer> pointers = List.of(receiver, sender);
        List<Generation> next = List.of(generation(1), old);

        assertThrows(IllegalStateException.class, () -> GroupFlip.publish(pointers, next));
        assertSame(before, receiver.route());
        assertSame(old, sender.route());
    }

    @Test
    void a_member_named_twice_is_refused() {
        List<Pointer> pointers = List.of(sender, sender);
        List<Generation> next = List.of(generation(1), generation(1));

        assertThrows(IllegalArgumentException.class, () -> GroupFlip.publish(pointers, next));
    }

    @Test
    void calls_held_at_the_gate_of_a_member_go_on_in_its_new_generation() {
        Gate gate =
                new Gate("too late", System.nanoTime() + Duration.ofSeconds(30).toNanos());
        sender.publish(gate);
        receiver.publish(generation(0));
        CompletableFuture<Long> held = CompletableFuture.supplyAsync(() -> meet(sender));
        while (gate.held() == 0) {
            Thread.onSpinWait();
        }

        GroupFlip.publish(List.of(sender, receiver), List.of(generation(1), generation(1)));
        gate.open();

        assertEquals(1, held.join());
    }
}
