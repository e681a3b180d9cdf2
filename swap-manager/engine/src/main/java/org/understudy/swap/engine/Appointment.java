package org.understudy.swap.engine;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Something that is to be done once, later: a new time takes the place of the one before. So what lies hours ahead does
 * not pile up where versions are exchanged often. Safe for use by many threads.
 */
final class Appointment {
    private final AtomicReference<Future<?>> next = new AtomicReference<>();

    /** It is to be done then; what was to be done before is called off, unless it is under way. */
    void move(Future<?> then) {
        Future<?> before = next.getAndSet(then);
        if (before != null) {
            before.cancel(false);
        }
    }
}
