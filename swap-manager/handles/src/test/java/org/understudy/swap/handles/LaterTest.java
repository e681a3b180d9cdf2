package org.understudy.swap.handles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.swap.handles.Contracts.Later;
import org.understudy.swap.handles.Contracts.Promised;

/** Results that come later: a handle's generation is not empty before they have come. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaterTest {
    private final CompletableFuture<String> promise = new CompletableFuture<>();
    private final Stage stage = Stage.showing(new Promised(promise));

    @Test
    void a_stage_is_passed_on_as_it_is_and_counts_until_it_completes() throws Exception {
        Later handle = stage.handle(Later.class);

        assertSame(promise, handle.stage());
        assertEquals(1, stage.generation().inside());

        promise.complete("done");

        assertEquals(0, stage.generation().inside());
    }

    @Test
    void the_same_future_counts_for_each_call_that_returned_it_and_a_failure_ends_it_too() throws Exception {
        Later handle = stage.handle(Later.class);
        handle.future();
        handle.stage();
        long before = stage.generation().outstanding().count();

        promise.completeExceptionally(new IOException("planned"));

        assertEquals(2, before);
        assertEquals(0, stage.generation().outstanding().count());
    }

    @Test
    void a_complete_future_and_none_at_all_are_not_waited_for() throws Exception {
        promise.cancel(false);
        Later handle = stage.handle(Later.class);

        assertSame(promise, handle.future());
        assertNull(handle.progress());
        assertEquals(0, stage.generation().outstanding().count());
        assertEquals(0, promise.getNumberOfDependents());
    }
}
