package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopedTargetTest {
    private final Factory factory = new Factory();
    private final Generation generation = new Generation("theme 1.0.0", factory);
    private final ScopedTarget mine = new ScopedTarget(0, "me");
    private final ScopedTarget yours = new ScopedTarget(0, "you");

    @Test
    void each_handle_has_an_object_of_its_own_and_keeps_it() {
        Object first = mine.in(generation);

        assertSame(first, mine.in(generation));
        assertNotSame(first, yours.in(generation));
        assertEquals(List.of("me", "you"), factory.made);
    }

    @Test
    void each_generation_makes_a_new_one() {
        Object before = mine.in(generation);

        Object after = mine.in(new Generation("theme 1.1.0", factory));

        assertNotSame(before, after);
        assertSame(before, mine.in(generation), "a call that is still inside the old one");
    }

    @Test
    void many_first_calls_at_once_make_one_object() {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Runnable call = () -> seen.add(mine.in(generation));

        new Cast(IntStream.range(0, 8).mapToObj(i -> call).toArray(Runnable[]::new)).enact(call);

        assertEquals(1, seen.stream().distinct().count());
        assertEquals(List.of("me"), factory.made);
    }

    @Test
    void a_prepared_object_is_there_before_the_first_call() {
        generation.prepare(mine);

        assertEquals(List.of("me"), factory.made);
    }

    @Test
    void everything_that_was_made_is_given_back_once() {
        mine.in(generation);
        yours.in(generation);

        generation.release(mine);
        generation.releaseAll();

        assertEquals(List.of("me", "you"), factory.released);
    }

    @Test
    void a_failure_names_the_version_and_the_next_call_tries_again() {
        factory.failure = new IOException("no disk");

        ResourceUnavailableException refusal =
                assertThrows(ResourceUnavailableException.class, () -> mine.in(generation));
        factory.failure = null;
        Object made = mine.in(generation);

        assertEquals("theme 1.0.0 could not make a service object: java.io.IOException: no disk", refusal.getMessage());
        assertEquals("no disk", refusal.getCause().getMessage());
        assertSame(made, mine.in(generation));
    }

    private static final class Factory implements Instances {
        private final List<Object> made = Collections.synchronizedList(new ArrayList<>());
        private final List<Object> released = Collections.synchronizedList(new ArrayList<>());
        private Exception failure;

        @Override
        public Object make(Object consumer) throws Exception {
            if (failure != null) {
                throw failure;
            }
            made.add(consumer);
            return new Object();
        }

        @Override
        public void release(Object consumer, Object instance) {
            released.add(consumer);
        }
    }
}
