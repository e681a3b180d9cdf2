package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Calls at the gate of a resource that is stopped and started. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTest {
    private final Pointer pointer = new Pointer(new Closed("nothing yet"));
    private final Generation old = new Generation("beacon 1.0.0", "old");
    private final Gate gate = new Gate(
            "too late", System.nanoTime() + Duration.ofSeconds(30).toNanos(), old, HandleOfBeacon.class.getName());

    /** Stands for a generated handle: the gate knows it by its name. */
    private static final class HandleOfBeacon {
        private final Pointer pointer;

        private HandleOfBeacon(Pointer pointer) {
            this.pointer = pointer;
        }

        private String call(Runnable inside) {
            int ticket = Tickets.take();
            Generation generation = pointer.enter(ticket);
            try {
                inside.run();
                return generation.name();
            } finally {
                generation.leave(ticket);
            }
        }
    }

    private String call(Runnable inside) {
        return new HandleOfBeacon(pointer).call(inside);
    }

    private CompletableFuture<String> heldCall() {
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> call(() -> {}));
        while (gate.held() == 0) {
            Thread.onSpinWait();
        }
        return held;
    }

    private void reopen() {
        pointer.publish(new Generation("beacon 1.1.0", "new"));
        gate.open();
    }

    @Test
    void a_call_from_inside_goes_where_the_call_around_it_is_and_the_drain_waits_for_both() {
        pointer.publish(old);
        String[] inner = new String[1];

        call(() -> {
            pointer.publish(gate);
            inner[0] = call(() -> assertEquals(2, old.inside()));
            assertFalse(new Drain(old).done());
        });

        assertEquals("beacon 1.0.0", inner[0]);
        assertTrue(new Drain(old).done());
        assertEquals(0, gate.held());
    }

    @Test
    void a_call_from_outside_is_held_and_counted_and_answered_by_the_next_generation() {
        pointer.publish(old);
        pointer.publish(gate);

        CompletableFuture<String> held = heldCall();
        reopen();

        assertEquals("beacon 1.1.0", held.join());
        assertEquals(1, gate.held());
    }

    @Test
    void a_sealed_gate_holds_calls_from_inside_too() {
        pointer.publish(old);
        CompletableFuture<String> around = CompletableFuture.supplyAsync(() -> {
            String[] inner = new String[1];
            call(() -> {
                pointer.publish(gate);
                gate.seal();
                inner[0] = call(() -> {});
            });
            return inner[0];
        });
        while (gate.held() == 0) {
            Thread.onSpinWait();
        }

        assertEquals(1, old.inside());
        reopen();

        assertEquals("beacon 1.1.0", around.join());
        assertEquals(0, old.inside());
    }

    /** Stands for a handle of a resource that comes in the same group. */
    private static final class HandleOfMast {
        private static <T> T call(Supplier<T> inside) {
            return inside.get();
        }
    }

    @Test
    void a_call_from_inside_another_resource_that_is_emptied_is_refused_also_if_it_is_held_already() {
        pointer.publish(old);
        pointer.publish(gate);
        CompletableFuture<String> early = CompletableFuture.supplyAsync(() -> HandleOfMast.call(() -> call(() -> {})));
        while (gate.held() == 0) {
            Thread.onSpinWait();
        }

        gate.refuseFromInside("mast", HandleOfMast.class.getName());

        assertRefused(assertThrows(CompletionException.class, early::join).getCause());
        assertRefused(assertThrows(
                ResourceUnavailableException.class, () -> HandleOfMast.<String>call(() -> call(() -> {}))));
    }

    @Test
    void a_call_from_outside_goes_on_being_held_when_others_are_refused() {
        pointer.publish(old);
        pointer.publish(gate);
        CompletableFuture<String> held = heldCall();

        gate.refuseFromInside("mast", HandleOfMast.class.getName());
        reopen();

        assertEquals("beacon 1.1.0", held.join());
    }

    private static void assertRefused(Throwable refusal) {
        assertEquals(
                "the call was made from inside a call of mast, which is emptied for the same swap: held, each would have"
                        + " waited for the other",
                refusal.getMessage());
    }
}
