package org.understudy.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

class EventHandlerPartTest {
    private static final Event EVENT = new Event("a/topic", Map.of());
    private static final long TIMEOUT_MILLIS = 100;

    private final AtomicReference<Object> memory = new AtomicReference<>();
    private final FakeSurroundings surroundings = new FakeSurroundings(memory);

    private EventHandlerPart part(EventHandler handler, long timeoutMillis) {
        surroundings.properties.put("org.apache.felix.eventadmin.Timeout", Long.toString(timeoutMillis));
        return new EventHandlerPart(handler, surroundings);
    }

    private static void passMillis(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Test
    void aQuickHandlerIsNotNoted() {
        part(event -> {}, 60_000).handleEvent(EVENT);

        assertNull(memory.get());
    }

    @Test
    void aHandlerThatTookLongerThanEventAdminWaitsIsNoted() {
        part(event -> passMillis(TIMEOUT_MILLIS), TIMEOUT_MILLIS).handleEvent(EVENT);

        assertEquals(EventHandlerPart.DENIED, memory.get());
    }

    @Test
    void whereEventAdminDeniesNobodyNothingIsNoted() {
        part(event -> passMillis(TIMEOUT_MILLIS), 0).handleEvent(EVENT);

        assertNull(memory.get());
    }

    @Test
    void aHandlerThatHasNotReturnedIsNotedWhenItIsReviewed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch latch = new CountDownLatch(1);
        EventHandlerPart part = part(
                event -> {
                    inside.countDown();
                    try {
                        latch.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                TIMEOUT_MILLIS);
        Thread thread = new Thread(() -> part.handleEvent(EVENT), "handles for ever");
        thread.start();
        inside.await();
        passMillis(TIMEOUT_MILLIS);

        part.review();

        assertEquals(EventHandlerPart.DENIED, memory.get());
        latch.countDown();
        thread.join();
    }
}
