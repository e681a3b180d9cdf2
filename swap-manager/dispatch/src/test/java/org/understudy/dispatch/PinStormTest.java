package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts pinned requests that meet two configurations, and pinned calls of versions that were stopped. Each request has
 * the group flipped between its two calls, besides the flips of the others, so each straddles a flip.
 *
 * <p>That the hunt finds something is shown by leaving out the pin, and the look of the drain at pins. More requests:
 * {@code -Dunderstudy.pin.requests=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PinStormTest {
    private static final long REQUESTS = Long.getLong("understudy.pin.requests", 100_000);
    private static final int THREADS = 3;

    private final Configurations configurations = new Configurations();
    private final Pointer sender = new Pointer(new Closed("no sender yet"));
    private final Pointer receiver = new Pointer(new Closed("no receiver yet"));
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private final LongAdder mixed = new LongAdder();
    private final LongAdder stopped = new LongAdder();

    /** A member; one number a flip. */
    private static final class Version {
        private final long number;
        private volatile boolean stopped;

        private Version(long number) {
            this.number = number;
        }
    }

    /** When a version that was left is stopped. */
    private enum Stops {
        WHEN_IT_HAS_DRAINED {
            @Override
            boolean may(Drain drain, Generation left) {
                return drain.done();
            }
        },
        WHEN_NO_CALL_IS_INSIDE {
            @Override
            boolean may(Drain drain, Generation left) {
                return left.inside() == left.pins();
            }
        };

        abstract boolean may(Drain drain, Generation left);
    }

    private List<Route> flip() {
        synchronized (numbers) {
            long number = numbers.incrementAndGet();
            return configurations.flip(List.of(sender, receiver), List.of(generation(number), generation(number)));
        }
    }

    private static Generation generation(long number) {
        return new Generation("version " + number, new Version(number));
    }

    private long meet(Pointer pointer) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        try {
            Version version = (Version) generation.target(0);
            if (version.stopped) {
                stopped.increment();
            }
            return version.number;
        } finally {
            generation.leave(ticket);
        }
    }

    /** One request; returns what its flip has taken off stage. */
    private List<Route> request() {
        long first = meet(sender);
        List<Route> left = flip();
        if (meet(receiver) != first || meet(sender) != first) {
            mixed.increment();
        }
        return left;
    }

    private List<Route> pinnedRequest() {
        Pin pin = configurations.pin();
        try {
            return request();
        } finally {
            pin.close();
        }
    }

    private void rage(boolean pinned, Stops stops, LongAdder soughtAfter) {
        flip();
        Runnable requests = () -> {
            while (begun.incrementAndGet() <= REQUESTS && (soughtAfter == null || soughtAfter.sum() == 0)) {
                for (Route left : pinned ? pinnedRequest() : request()) {
                    stop((Generation) left, stops);
                }
            }
        };
        Runnable[] others = new Runnable[THREADS - 1];
        Arrays.fill(others, requests);
        new Cast(others).enact(requests);
    }

    private static void stop(Generation left, Stops stops) {
        Drain drain = new Drain(left);
        while (!stops.may(drain, left)) {
            Thread.yield();
        }
        ((Version) left.target(0)).stopped = true;
    }

    @Test
    void no_pinned_request_is_mixed_and_none_calls_a_stopped_version() {
        rage(true, Stops.WHEN_IT_HAS_DRAINED, null);

        assertTrue(begun.get() >= REQUESTS);
        assertEquals(0, mixed.sum());
        assertEquals(0, stopped.sum());
        assertEquals(0, configurations.kept());
    }

    @Test
    void the_same_requests_without_a_pin_are_found_out() {
        rage(false, Stops.WHEN_IT_HAS_DRAINED, mixed);

        assertTrue(mixed.sum() > 0, "the hunt finds nothing");
    }

    @Test
    void a_drain_that_does_not_look_at_pins_is_found_out() {
        rage(true, Stops.WHEN_NO_CALL_IS_INSIDE, stopped);

        assertTrue(stopped.sum() > 0, "the hunt finds nothing");
    }
}
