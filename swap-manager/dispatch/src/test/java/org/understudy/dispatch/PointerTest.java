package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PointerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Pointer pointer = new Pointer(new Closed("theme has no version yet"));

    @Test
    void a_call_that_leads_nowhere_is_told_why() {
        ResourceUnavailableException refusal =
                assertThrows(ResourceUnavailableException.class, () -> pointer.enter(Tickets.take()));

        assertEquals("theme has no version yet", refusal.getMessage());
    }

    @Test
    void a_call_enters_what_is_on_stage_and_is_inside_until_it_leaves() {
        Generation generation = new Generation("theme 1.0.0", "service");
        pointer.publish(generation);
        int ticket = Tickets.take();

        Generation entered = pointer.enter(ticket);
        long meanwhile = generation.inside();
        entered.leave(ticket);

        assertSame(generation, entered);
        assertEquals(1, meanwhile);
        assertEquals(0, generation.inside());
    }

    @Test
    void publishing_tells_what_was_there_before() {
        Route before = pointer.route();
        Generation generation = new Generation("theme 1.0.0");

        assertSame(before, pointer.publish(generation));
        assertSame(generation, pointer.publish(new Closed("gone")));
    }

    @Test
    void a_generation_is_published_once() {
        Generation generation = new Generation("theme 1.0.0");
        pointer.publish(generation);
        pointer.publish(new Generation("theme 1.1.0"));

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> pointer.publish(generation));

        assertEquals(
                "theme 1.0.0 was on stage before: a generation is published once, make a new one over its services",
                refusal.getMessage());
        assertEquals("theme 1.1.0", pointer.route().toString());
    }

    @Test
    void a_call_at_a_gate_is_held_until_the_next_version_is_there() throws Exception {
        Gate gate = gate(LONG, "theme is being exchanged");
        pointer.publish(gate);
        CompletableFuture<Generation> call = CompletableFuture.supplyAsync(() -> pointer.enter(Tickets.take()));

        Generation next = new Generation("theme 1.1.0");
        pointer.publish(next);
        gate.open();

        assertSame(next, call.get(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void a_call_at_a_gate_gives_up_at_the_deadline() {
        pointer.publish(gate(Duration.ofMillis(1), "theme did not come back in time"));

        ResourceUnavailableException refusal =
                assertThrows(ResourceUnavailableException.class, () -> pointer.enter(Tickets.take()));

        assertEquals("theme did not come back in time", refusal.getMessage());
    }

    @Test
    void a_caller_that_is_interrupted_at_a_gate_stays_interrupted() throws Exception {
        pointer.publish(gate(LONG, "theme is being exchanged"));
        AtomicReference<RuntimeException> refusal = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                pointer.enter(Tickets.take());
            } catch (ResourceUnavailableException e) {
                refusal.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });

        caller.start();
        caller.interrupt();
        caller.join(LONG.toMillis());

        assertEquals(
                "theme is being exchanged (the caller was interrupted while it was held)",
                refusal.get().getMessage());
        assertTrue(interrupted.get());
    }

    private static Gate gate(Duration time, String reason) {
        return new Gate(reason, System.nanoTime() + time.toNanos());
    }
}
