package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatenciesTest {
    private final Latencies latencies = new Latencies();
    private final long[] drained = new long[Latencies.CAPACITY];

    @Test
    void where_nobody_drains_the_oldest_go() {
        for (int nanos = 0; nanos < Latencies.CAPACITY + 10; nanos++) {
            latencies.add(nanos);
        }

        assertEquals(Latencies.CAPACITY, latencies.drain(drained));
        assertEquals(10, drained[0]);
        assertEquals(Latencies.CAPACITY + 9, drained[Latencies.CAPACITY - 1]);
    }

    /** Hunts latencies that come out twice or were never put in. Fails if a place is read and then cleared in two steps. */
    @Test
    void each_latency_comes_out_at_most_once_while_others_are_put_in() {
        int writers = 3;
        int each = 200_000;
        AtomicInteger writing = new AtomicInteger(writers);
        Runnable[] others = new Runnable[writers];
        for (int writer = 0; writer < writers; writer++) {
            int first = writer * each;
            others[writer] = () -> {
                for (int nanos = first; nanos < first + each; nanos++) {
                    latencies.add(nanos);
                }
                writing.decrementAndGet();
            };
        }
        Set<Long> seen = new HashSet<>();

        new Cast(others).enact(() -> {
            while (writing.get() > 0) {
                take(seen);
            }
        });
        take(seen);

        assertTrue(seen.size() >= Latencies.CAPACITY);
        assertTrue(seen.stream().allMatch(nanos -> nanos >= 0 && nanos < writers * each));
    }

    private void take(Set<Long> seen) {
        int count = latencies.drain(drained);
        for (int i = 0; i < count; i++) {
            assertTrue(seen.add(drained[i]), drained[i] + " came out twice");
        }
    }
}
