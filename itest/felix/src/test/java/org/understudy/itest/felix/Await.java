package org.understudy.itest.felix;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for conditions. Stories run inside the framework, where no library for this is installed. */
final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    /** What is waited for; one that throws does not hold yet. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Returns once the condition holds; fails by name when that takes too long. */
    static void until(String what, Condition condition) {
        until(() -> what, condition);
    }

    /** The same, with words that are looked up only when it failed. */
    static void until(Supplier<String> what, Condition condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Exception last = null;
        while (System.nanoTime() - deadline < 0) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what.get(), last);
    }
}
