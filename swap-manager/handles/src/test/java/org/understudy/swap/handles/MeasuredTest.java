package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.dispatch.Meter;
import org.understudy.dispatch.Reading;

/** What a handle tells the meter of its generation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasuredTest {
    private static Meter meter(Stage stage) {
        return stage.generation().meter();
    }

    @Test
    void each_call_is_counted_and_timed() throws Exception {
        Callable<String> answers = () -> "answer";
        Stage stage = Stage.showing(answers);
        Callable<?> handle = stage.handle(Callable.class);
        handle.call();
        handle.call();

        assertEquals(new Reading(2, Map.of(), 0, 0), meter(stage).read());
        assertEquals(2, meter(stage).drain(new long[10]));
    }

    /** Fails if the handler leaves without a word. */
    @Test
    void a_failure_is_counted_by_its_type_and_reaches_the_caller_as_it_is() throws Exception {
        IllegalStateException planned = new IllegalStateException("planned");
        Callable<String> fails = () -> {
            throw planned;
        };
        Stage stage = Stage.showing(fails);
        Callable<?> handle = stage.handle(Callable.class);

        assertSame(planned, assertThrows(IllegalStateException.class, handle::call));
        assertEquals(
                new Reading(1, Map.of("java.lang.IllegalStateException", 1L), 0, 0),
                meter(stage).read());
        assertEquals(Optional.empty(), meter(stage).fatal());
    }

    @Test
    void a_stack_that_is_full_is_fatal_and_the_call_has_left() throws Exception {
        Callable<String> recurs = new Callable<>() {
            @Override
            public String call() {
                return call() + "x";
            }
        };
        Stage stage = Stage.showing(recurs);
        Callable<?> handle = stage.handle(Callable.class);

        assertThrows(StackOverflowError.class, handle::call);
        assertEquals(Optional.of("java.lang.StackOverflowError"), meter(stage).fatal());
        assertEquals(0, meter(stage).read().inside());
    }
}
