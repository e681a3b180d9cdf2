package org.understudy.pinning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PinningFilterTest {
    private final CountedPins pinning = new CountedPins();
    private final PinningFilter filter = new PinningFilter(pinning);
    private final FakeRequest fake = new FakeRequest();
    private final List<Integer> seen = new ArrayList<>();

    private void filter(FilterChain chain) throws Exception {
        filter.doFilter(fake.request, null, chain);
    }

    private void look() {
        seen.add(pinning.pins());
    }

    private void assertNothingIsPinned() {
        assertEquals(0, pinning.pins());
        assertEquals(0, pinning.leases());
    }

    @Test
    void aRequestIsPinnedWhileItIsHandled() throws Exception {
        filter((request, response) -> look());

        assertEquals(List.of(1), seen);
        assertNothingIsPinned();
    }

    @Test
    void aRequestThatFailsIsPinnedNoLonger() {
        assertThrows(
                ServletException.class,
                () -> filter((request, response) -> {
                    throw new ServletException("planned");
                }));

        assertNothingIsPinned();
    }

    @Test
    void anAsynchronousRequestKeepsItsConfigurationUntilItCompletesAndRunsPinned() throws Exception {
        AtomicReference<AsyncContext> later = new AtomicReference<>();

        filter((request, response) -> {
            later.set(request.startAsync());
            later.get().start(this::look);
        });
        int between = pinning.leases();
        fake.runTasks();
        later.get().complete();

        assertEquals(1, between);
        assertEquals(List.of(1), seen);
        assertNothingIsPinned();
    }

    @Test
    void aRequestThatIsDispatchedAndStartsAnewGoesOnInTheSameConfiguration() throws Exception {
        filter((request, response) -> request.startAsync());
        filter((request, response) -> {
            look();
            request.startAsync();
            assertEquals(1, pinning.leases());
        });
        fake.request.getAsyncContext().complete();

        assertEquals(List.of(1), seen);
        assertNothingIsPinned();
    }

    @Test
    void whoAsksForTheContextAgainRunsPinnedToo() throws Exception {
        filter((request, response) -> {
            request.startAsync();
            request.getAsyncContext().start(this::look);
        });

        fake.runTasks();
        fake.request.getAsyncContext().complete();

        assertEquals(List.of(1), seen);
        assertNothingIsPinned();
    }
}
