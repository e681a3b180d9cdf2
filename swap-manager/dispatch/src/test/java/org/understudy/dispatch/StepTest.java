package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which calls are noted in a step, and that the others are not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepTest {
    private final Configurations configurations = new Configurations();
    private final Pointer theme = resource("theme");
    private final Pointer feed = resource("feed");

    @AfterEach
    void nobody_is_in_a_step_any_more() {
        assertTrue(IntStream.range(0, Tickets.COUNT).noneMatch(Tickets::isMarked));
    }

    /** Keeps what it is told. */
    private static final class Kept extends Step {
        private final List<String> resources = new ArrayList<>();

        static Kept begun() {
            Kept step = new Kept();
            step.begin();
            return step;
        }

        @Override
        protected void note(String resource) {
            resources.add(resource);
        }
    }

    private static Pointer resource(String name) {
        return new Pointer(name, new Closed("nothing yet"), EscapeWatch.NONE);
    }

    private void show(Pointer pointer) {
        configurations.flip(List.of(pointer), List.of(new Generation(pointer.name(), "service")));
    }

    private static void call(Pointer pointer) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        generation.leave(ticket);
    }

    @Test
    void each_resource_is_noted_once_in_the_order_of_its_first_calls() {
        show(theme);
        show(feed);
        try (Kept step = Kept.begun()) {
            call(feed);
            call(theme);
            call(feed);

            assertEquals(List.of("feed", "theme"), step.resources);
        }
    }

    @Test
    void a_call_that_nothing_can_answer_is_noted_too() {
        try (Kept step = Kept.begun()) {
            assertThrows(ResourceUnavailableException.class, () -> call(theme));

            assertEquals(List.of("theme"), step.resources);
        }
    }

    @Test
    void calls_outside_the_step_are_not_noted() {
        show(theme);
        call(theme);
        Kept step = Kept.begun();
        step.close();
        call(theme);

        assertEquals(List.of(), step.resources);
    }

    @Test
    void calls_of_other_threads_are_not_noted_also_where_they_share_a_cell() {
        show(theme);
        try (Kept step = Kept.begun()) {
            List<CompletableFuture<Void>> others = IntStream.range(0, 4 * Tickets.OWN)
                    .mapToObj(number -> inAnotherThread(() -> call(theme)))
                    .toList();
            others.forEach(CompletableFuture::join);

            assertEquals(List.of(), step.resources);
        }
    }

    private static CompletableFuture<Void> inAnotherThread(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        return done;
    }

    @Test
    void a_thread_that_is_pinned_within_its_step_is_still_in_it() {
        show(theme);
        try (Kept step = Kept.begun()) {
            Pin pin = configurations.pin();
            call(theme);
            call(theme);
            pin.close();

            assertEquals(List.of("theme"), step.resources);
        }
    }

    /** With more threads than cells, most share one; their steps are told apart all the same. */
    @Test
    void threads_that_share_a_cell_have_steps_of_their_own() {
        show(theme);
        show(feed);
        List<CompletableFuture<Void>> all = IntStream.range(0, 3 * Tickets.OWN)
                .mapToObj(number -> inAnotherThread(() -> {
                    try (Kept step = Kept.begun()) {
                        Pointer mine = number % 2 == 0 ? theme : feed;
                        for (int call = 0; call < 1_000; call++) {
                            call(mine);
                        }
                        assertEquals(List.of(mine.name()), step.resources);
                    }
                }))
                .toList();

        all.forEach(CompletableFuture::join);
    }

    @Test
    void a_step_inside_another_takes_its_place_until_it_is_closed() {
        show(theme);
        show(feed);
        try (Kept outer = Kept.begun()) {
            try (Kept inner = Kept.begun()) {
                call(theme);

                assertEquals(List.of("theme"), inner.resources);
            }
            call(feed);

            assertEquals(List.of("feed"), outer.resources);
        }
    }

    @Test
    void many_resources_are_told_apart() {
        List<Pointer> many = IntStream.range(0, 200)
                .mapToObj(number -> resource("resource " + number))
                .toList();
        many.forEach(this::show);
        try (Kept step = Kept.begun()) {
            many.forEach(StepTest::call);
            many.forEach(StepTest::call);

            assertEquals(many.stream().map(Pointer::name).toList(), step.resources);
        }
    }

    @Test
    void it_is_closed_by_the_thread_that_began_it_the_last_one_first() {
        Kept outer = Kept.begun();
        Kept inner = Kept.begun();

        assertThrows(IllegalStateException.class, outer::close);
        assertThrows(Exception.class, () -> inAnotherThread(inner::close).join());
        assertThrows(IllegalStateException.class, inner::begin);

        inner.close();
        inner.close();
        outer.close();
    }

    @Test
    void pointers_that_stand_for_no_resource_are_not_noted() {
        Pointer nameless = new Pointer(new Closed("nothing yet"));
        show(nameless);
        try (Kept step = Kept.begun()) {
            call(nameless);

            assertEquals(List.of(), step.resources);
        }
        assertFalse(Tickets.isMarked(Tickets.take()));
    }
}
