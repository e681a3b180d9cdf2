package org.understudy.whiteboard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Surroundings;

/**
 * Stands before the event handler of one generation, and notes when it has taken so long that Event Admin may have put
 * the handle on its deny list.
 */
public final class EventHandlerPart implements EventHandler, Part {
    /** Said in the handle's memory once Event Admin may deny it. */
    public static final String DENIED = "denied";

    private static final String TIMEOUT = "org.apache.felix.eventadmin.Timeout";
    private static final long DEFAULT_TIMEOUT_MILLIS = 5000;
    private static final long LEAST_TIMEOUT_MILLIS = 100; // below it Event Admin denies nobody

    private final EventHandler handler;
    private final Surroundings surroundings;
    private final long timeoutNanos;
    private final Map<Thread, Long> inside = new ConcurrentHashMap<>();

    /** Creates the part. */
    public EventHandlerPart(Object handler, Surroundings surroundings) {
        this.handler = (EventHandler) handler;
        this.surroundings = surroundings;
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeout(surroundings));
    }

    private static long timeout(Surroundings surroundings) {
        return surroundings
                .property(TIMEOUT)
                .filter(set -> set.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(DEFAULT_TIMEOUT_MILLIS);
    }

    @Override
    public Object service() {
        return handler;
    }

    @Override
    public void handleEvent(Event event) {
        long began = System.nanoTime();
        boolean outermost = inside.putIfAbsent(Thread.currentThread(), began) == null; // a handler may send events
        try {
            handler.handleEvent(event);
        } finally {
            if (outermost) {
                inside.remove(Thread.currentThread());
            }
            noteIfSlow(began);
        }
    }

    private void noteIfSlow(long began) {
        if (timeoutNanos >= TimeUnit.MILLISECONDS.toNanos(LEAST_TIMEOUT_MILLIS)
                && System.nanoTime() - began >= timeoutNanos) {
            surroundings.memory().set(DENIED);
        }
    }

    /** A handler that never returns is denied too. */
    @Override
    public void review() {
        inside.values().forEach(this::noteIfSlow);
    }

    @Override
    public void begin() {
        // a handler has no life cycle
    }

    @Override
    public void end() {
        review();
    }
}
