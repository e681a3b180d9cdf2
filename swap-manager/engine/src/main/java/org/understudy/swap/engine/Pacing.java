package org.understudy.swap.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Leaves the processor to the callers between two steps of preparing a version. */
@FunctionalInterface
interface Pacing {
    /** Waits a little. */
    void pause();

    /** Waits this long each time. */
    static Pacing of(Duration pause) {
        return () -> LockSupport.parkNanos(pause.toNanos());
    }
}
