package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.newsroom.Theme;
import org.understudy.swap.SwapResult;

/** A version comes on stage and goes back, and nobody who uses it notices more than other answers. */
public class SwapStory extends Story {
    @Test
    public void aSwapAndTheWayBackLoseNoCallOfAnyKindOfHolder() throws Exception {
        bring(OLD);
        Theme kept = keptTheme();
        ServiceTracker<Theme, Theme> tracker = new ServiceTracker<>(context(), Theme.class, null);
        tracker.open();
        try (Caller keeper = Caller.of("kept reference", () -> versionOf(kept));
                Caller tracking = Caller.of("tracker", () -> versionOf(tracker.getService()));
                Caller looking = Caller.of("look-up", this::versionLookedUp)) {
            Caller[] callers = {keeper, tracking, looking};
            for (int round = 0; round < 5; round++) {
                all(callers, null);

                SwapResult swapped = swap(NEW);

                assertEquals("swapped", swapped.outcome());
                all(callers, NEW);
                all(callers, null);

                SwapResult back = rollback();

                assertEquals("rolledBack", back.outcome());
                all(callers, OLD);
            }
        } finally {
            tracker.close();
        }
    }

    private static void all(Caller[] callers, String expected) {
        for (Caller caller : callers) {
            caller.expects(expected);
        }
        if (expected != null) {
            for (Caller caller : callers) {
                caller.awaitCalls(50);
            }
        }
    }

    @Test
    public void aTrackerIsNeverGivenAnotherService() {
        bring(OLD);
        AtomicInteger added = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        ServiceTracker<Theme, Theme> tracker = new ServiceTracker<>(context(), Theme.class, null) {
            @Override
            public Theme addingService(ServiceReference<Theme> reference) {
                added.incrementAndGet();
                return super.addingService(reference);
            }

            @Override
            public void modifiedService(ServiceReference<Theme> reference, Theme theme) {
                changed.incrementAndGet();
            }

            @Override
            public void removedService(ServiceReference<Theme> reference, Theme theme) {
                changed.incrementAndGet();
                super.removedService(reference, theme);
            }
        };
        tracker.open();
        Theme first = tracker.getService();

        swap(NEW);
        rollback();

        assertSame(first, tracker.getService());
        assertEquals("added", 1, added.get());
        assertEquals("modified or removed", 0, changed.get());
        tracker.close();
    }

    @Test
    public void theResultTellsWhatWasDone() {
        bring(OLD);

        SwapResult there = swap(NEW);
        SwapResult back = rollback();

        assertEquals(Optional.of(OLD), there.from());
        assertEquals(Optional.of(NEW), there.active());
        assertEquals(Optional.of(NEW), back.from());
        assertEquals(Optional.of(OLD), back.active());
        assertEquals(Optional.of(OLD), manager().resource(THEME).activeVersion());
        assertEquals(Optional.empty(), manager().resource(THEME).wayBack());
    }
}
