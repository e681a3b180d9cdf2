package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrainTest {
    private final Generation generation = new Generation("theme 1.0.0", "service");

    static IntStream tickets() {
        return IntStream.range(0, Tickets.COUNT);
    }

    @ParameterizedTest
    @MethodSource("tickets")
    void a_drain_waits_for_the_call_of_every_ticket(int ticket) {
        generation.arrive(ticket);
        Drain drain = new Drain(generation);
        boolean before = drain.done();

        generation.leave(ticket);

        assertFalse(before);
        assertTrue(drain.done());
    }

    @Test
    void a_drain_waits_for_the_outer_call_of_a_nested_one() {
        int ticket = Tickets.take();
        generation.arrive(ticket);
        generation.arrive(ticket);
        Drain drain = new Drain(generation);

        generation.leave(ticket);
        assertFalse(drain.done());

        generation.leave(ticket);
        assertTrue(drain.done());
    }

    @Test
    void a_cell_that_was_seen_empty_is_not_looked_at_again() {
        int last = Tickets.COUNT - 1;
        generation.arrive(last);
        Drain drain = new Drain(generation);
        drain.done();

        generation.arrive(0); // a late caller, about to back off
        generation.leave(last);

        assertTrue(drain.done());
    }

    @Test
    void a_drain_waits_for_the_stage_that_a_call_has_returned() {
        CompletableFuture<String> result = new CompletableFuture<>();
        generation.arrive(0);
        generation.outstanding().until(result);
        generation.leave(0);
        Drain drain = new Drain(generation);
        boolean before = drain.done();

        result.complete("late");

        assertFalse(before);
        assertTrue(drain.done());
    }

    @Test
    void a_stage_that_takes_no_dependants_is_not_waited_for() {
        CompletableFuture<String> stubborn = new CompletableFuture<>() {
            @Override
            public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> action) {
                throw new UnsupportedOperationException("planned");
            }
        };

        assertThrows(
                UnsupportedOperationException.class,
                () -> generation.outstanding().until(stubborn));
        assertEquals(0, generation.inside());
    }

    @Test
    void a_service_that_the_version_lacks_is_named_with_the_version() {
        ResourceUnavailableException refusal =
                assertThrows(ResourceUnavailableException.class, () -> new SharedTarget(1).in(generation));

        assertEquals("theme 1.0.0 does not offer this service", refusal.getMessage());
    }
}
