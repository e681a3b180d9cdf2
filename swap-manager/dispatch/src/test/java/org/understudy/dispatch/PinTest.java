package org.understudy.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a pinned thread meets, and what its pin keeps from being stopped. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PinTest {
    private final Configurations configurations = new Configurations();
    private final Pointer sender = new Pointer(new Closed("no sender yet"));
    private final Pointer receiver = new Pointer(new Closed("no receiver yet"));

    @AfterEach
    void nothing_is_left_behind() {
        assertFalse(Configurations.isPinned());
        assertEquals(0, configurations.kept());
    }

    private static Generation generation(String version) {
        return new Generation(version, version);
    }

    private static String call(Pointer pointer) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        try {
            return (String) generation.target(0);
        } finally {
            generation.leave(ticket);
        }
    }

    private Generation flip(Pointer pointer, String version) {
        Route before = configurations
                .flip(List.of(pointer), List.of(generation(version)))
                .get(0);
        return before instanceof Generation left ? left : null;
    }

    private List<Route> flipBoth(String version) {
        return configurations.flip(List.of(sender, receiver), List.of(generation(version), generation(version)));
    }

    private static Gate gate() {
        return new Gate("too late", System.nanoTime() + Duration.ofSeconds(30).toNanos());
    }

    private static void awaitHeld(Gate gate) {
        await().until(() -> gate.held() > 0);
    }

    @Test
    void a_pinned_thread_goes_on_in_the_version_that_it_began_with_and_others_do_not() {
        flip(sender, "1");
        try (Pin pin = configurations.pin()) {
            flip(sender, "2");

            assertEquals("1", call(sender));
            assertEquals("2", CompletableFuture.supplyAsync(() -> call(sender)).join());
            assertTrue(Configurations.isPinned(), pin::toString);
        }
        assertEquals("2", call(sender));
    }

    @Test
    void a_pin_that_is_taken_between_two_calls_of_a_group_meets_one_configuration() {
        flipBoth("1");
        try (Pin pin = configurations.pin()) {
            String first = call(sender);
            flipBoth("2");

            assertEquals(first, call(receiver), pin::toString);
        }
    }

    @Test
    void a_drain_waits_for_the_pin_though_no_call_is_inside() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        Generation left = flip(sender, "2");
        Drain drain = new Drain(left);
        boolean before = drain.done();
        long inside = left.inside();

        pin.close();

        assertFalse(before);
        assertEquals(1, inside);
        assertTrue(drain.done());
        assertEquals(0, left.inside());
    }

    @Test
    void a_drain_does_not_wait_for_a_pin_that_was_taken_after_the_flip() {
        flip(sender, "1");
        Generation left = flip(sender, "2");
        try (Pin pin = configurations.pin()) {
            assertTrue(new Drain(left).done(), pin::toString);
        }
    }

    @Test
    void a_drain_waits_for_the_call_that_goes_on_when_its_pin_was_closed_inside_it() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        int ticket = Tickets.take();
        Generation inside = sender.enter(ticket);
        Drain drain = new Drain(flip(sender, "2"));

        pin.close();
        assertFalse(drain.done());

        inside.leave(ticket);
        assertTrue(drain.done());
    }

    @Test
    void a_resource_that_another_swap_has_left_alone_drains_only_when_older_pins_are_gone() {
        flipBoth("1");
        Pin pin = configurations.pin();
        flip(sender, "2");
        flip(sender, "3");
        Drain drain = new Drain(flip(receiver, "2"));

        assertFalse(drain.done());
        assertEquals("1", call(receiver));

        pin.close();
        assertTrue(drain.done());
    }

    @Test
    void a_pinned_thread_goes_through_the_gate_to_the_version_that_is_left() {
        flip(sender, "1");
        try (Pin pin = configurations.pin()) {
            Gate gate = gate();
            configurations.hold(sender, gate, List.of());

            assertEquals("1", call(sender), pin::toString);
            assertEquals(0, gate.held());
        }
    }

    @Test
    void a_request_that_is_pinned_while_a_resource_is_held_meets_what_comes_and_stays_with_it() throws Exception {
        flip(sender, "1");
        Gate gate = gate();
        configurations.hold(sender, gate, List.of());
        Pin pin = configurations.pin();
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> call(pin.lease(), sender));
        awaitHeld(gate);

        flip(sender, "2");
        gate.open();
        assertEquals("2", held.get());
        flip(sender, "3");

        assertEquals("2", call(sender));
        pin.close();
    }

    private static String call(Lease lease, Pointer pointer) {
        try (lease;
                Pin pin = lease.pin()) {
            assertTrue(Configurations.isPinned(), pin::toString);
            return call(pointer);
        }
    }

    @Test
    void who_is_pinned_while_one_of_a_group_is_held_waits_for_all_of_the_group() throws Exception {
        flipBoth("1");
        Gate gate = gate();
        configurations.hold(sender, gate, List.of(receiver));
        assertEquals("1", call(receiver));
        Pin pin = configurations.pin();
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> call(pin.lease(), receiver));
        awaitHeld(gate);

        flipBoth("2");
        gate.open();

        assertEquals("2", held.get());
        assertEquals("2", call(sender));
        pin.close();
    }

    @Test
    void a_group_that_does_not_come_is_met_as_it_was() throws Exception {
        flipBoth("1");
        Gate gate = gate();
        configurations.hold(sender, gate, List.of(receiver));
        Pin pin = configurations.pin();
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> call(pin.lease(), receiver));
        awaitHeld(gate);

        configurations.lead(sender, new Closed("it does not start again"));
        gate.open();

        assertEquals("1", held.get());
        assertThrows(ResourceUnavailableException.class, () -> call(sender));
        pin.close();
    }

    @Test
    void a_member_that_is_held_itself_does_not_return_with_another() {
        flipBoth("1");
        Gate gate = gate();
        Gate own = gate();
        configurations.hold(sender, gate, List.of(receiver));
        configurations.hold(receiver, own, List.of(sender));

        configurations.lead(sender, generation("1 again"));
        gate.open();
        try (Pin pin = configurations.pin()) {
            assertEquals("1 again", call(sender), pin::toString);
            configurations.lead(receiver, new Closed("it does not start again"));
            own.open();

            ResourceUnavailableException told = assertThrows(ResourceUnavailableException.class, () -> call(receiver));
            assertEquals("it does not start again", told.getMessage());
        }
    }

    @Test
    void a_version_that_comes_back_after_a_swap_that_failed_is_the_one_that_requests_were_pinned_to() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        Gate gate = gate();
        configurations.hold(sender, gate, List.of());
        configurations.lead(sender, generation("1 again"));
        gate.open();
        String again = call(sender);
        Drain drain = new Drain(flip(sender, "2"));

        assertEquals("1 again", again);
        assertEquals("1 again", call(sender));
        assertFalse(drain.done());
        pin.close();
        assertTrue(drain.done());
    }

    @Test
    void a_repaired_version_is_met_in_its_new_generation_and_calls_are_held_meanwhile() throws Exception {
        flip(sender, "1");
        Generation left = (Generation) sender.route();
        Pin pin = configurations.pin();
        Gate gate = gate();
        configurations.lead(sender, gate);
        CompletableFuture<String> held = CompletableFuture.supplyAsync(() -> call(pin.lease(), sender));
        awaitHeld(gate);

        configurations.lead(sender, generation("1 repaired"));
        gate.open();

        assertEquals("1 repaired", held.get());
        assertEquals("1 repaired", call(sender));
        assertTrue(new Drain(left).left());
        pin.close();
    }

    @Test
    void a_version_that_was_replaced_before_it_was_whole_again_is_told_to_who_waits_for_it() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        Gate gate = gate();
        configurations.lead(sender, gate);
        flip(sender, "2");
        gate.open();

        ResourceUnavailableException told = assertThrows(ResourceUnavailableException.class, () -> call(sender));

        assertTrue(told.getMessage().contains("was replaced"), told.getMessage());
        pin.close();
        assertEquals("2", call(sender));
    }

    @Test
    void a_pin_that_was_cut_is_told_so_and_keeps_nothing_of_the_version() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        Generation left = flip(sender, "2");

        left.releaseAll();

        ResourceUnavailableException told = assertThrows(ResourceUnavailableException.class, () -> call(sender));
        assertTrue(told.getMessage().startsWith("1 was stopped while a request was still pinned"), told.getMessage());
        WeakReference<Generation> gone = new WeakReference<>(left);
        left = null;
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return gone.refersTo(null);
        });
        pin.close();
    }

    @Test
    void a_resource_that_came_after_the_pin_is_pinned_when_it_is_first_met() {
        Pin pin = configurations.pin();
        flip(sender, "1");
        String first = call(sender);
        flip(sender, "2");

        assertEquals("1", first);
        assertEquals("1", call(sender));
        pin.close();
    }

    @Test
    void a_resource_that_no_configuration_names_is_met_where_it_leads() {
        sender.publish(generation("1"));
        try (Pin pin = configurations.pin()) {
            assertEquals("1", call(sender), pin::toString);
            sender.publish(generation("2"));
            assertEquals("2", call(sender));
        }
    }

    @Test
    void a_lease_keeps_the_configuration_for_other_threads_and_for_longer() {
        flip(sender, "1");
        Pin pin = configurations.pin();
        Lease lease = pin.lease();
        Drain drain = new Drain(flip(sender, "2"));
        pin.close();

        assertFalse(drain.done());
        assertEquals(
                "1", CompletableFuture.supplyAsync(() -> call(lease, sender)).join());
        assertTrue(drain.done());
        assertThrows(IllegalStateException.class, lease::pin);
    }

    @Test
    void a_pin_inside_a_pin_joins_it() {
        flip(sender, "1");
        Pin outer = configurations.pin();
        flip(sender, "2");
        Pin inner = configurations.pin();

        assertEquals("1", call(sender));
        IllegalStateException refused = assertThrows(IllegalStateException.class, outer::close);
        assertTrue(refused.getMessage().contains("close that first"), refused.getMessage());
        inner.close();
        assertEquals("1", call(sender));
        outer.close();
        outer.close();
        assertEquals("2", call(sender));
    }

    @Test
    void a_pin_is_closed_by_its_own_thread_only() {
        try (Pin pin = configurations.pin()) {
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> assertThrows(IllegalStateException.class, pin::close));

            other.join();
        }
    }

    @Test
    void a_thread_has_its_own_cell_again_after_its_pin_and_nobody_else_has_it_meanwhile() {
        int own = Tickets.take();
        Pin pin = configurations.pin();
        int pinned = Tickets.take();
        pin.close();

        assertTrue(Tickets.isPinned(pinned));
        assertEquals(own, Tickets.take());
    }

    @Test
    void a_generation_that_was_on_stage_changes_nothing() {
        flip(sender, "1");
        Generation again = (Generation) sender.route();
        List<Pointer> pointers = List.of(sender, receiver);
        List<Generation> next = List.of(again, generation("1"));

        assertThrows(IllegalStateException.class, () -> configurations.flip(pointers, next));

        assertSame(again, sender.route());
        assertEquals(0, again.pins());
        try (Pin pin = configurations.pin()) {
            assertEquals("1", call(sender), pin::toString);
            assertEquals(1, again.pins());
            assertThrows(ResourceUnavailableException.class, () -> call(receiver));
        }
    }

    @Test
    void ten_thousand_flips_under_pins_leave_no_configuration_behind() {
        flipBoth("0");
        WeakReference<Object> first = new WeakReference<>(configurations.now());
        for (int number = 1; number <= 10_000; number++) {
            try (Pin pin = configurations.pin()) {
                flipBoth(Integer.toString(number));
                assertEquals(1, configurations.kept(), pin::toString);
            }
        }

        assertEquals(0, configurations.kept());
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return first.refersTo(null);
        });
    }
}
