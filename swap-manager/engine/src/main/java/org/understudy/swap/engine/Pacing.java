package org.understudy.swap.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Leaves the processor to the callers between two steps of preparing a version. */
@FunctionalInterface
interface Pacing {
    /** Waits a little. */
    void pause();

    /** Waits this long each time, once there are callers to yield to. */
    static Pacing of(Duration pause, BooleanSupplier callers) {
        return () -> {
            if (callers.getAsBoolean()) {
                LockSupport.parkNanos(pause.toNanos());
            }
        };
    }
}
