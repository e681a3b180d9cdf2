package org.understudy.dispatch;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A route that holds calls until another route is published, at most until its deadline. Used while nothing can
 * answer but something soon will.
 */
public final class Gate extends Route {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicLong held = new AtomicLong();
    private final String reason;
    private final long deadlineNanos;

    /**
     * Creates a closed gate.
     *
     * @param reason what callers are told when the deadline passes
     * @param deadlineNanos the {@link System#nanoTime} value until which calls are held
     */
    public Gate(String reason, long deadlineNanos) {
        this.reason = Objects.requireNonNull(reason, "reason");
        this.deadlineNanos = deadlineNanos;
    }

    /** A gate before a generation that is left meanwhile. */
    public Gate(String reason, long deadlineNanos, Generation draining, String handlePrefix) {
        this(reason, deadlineNanos);
    }

    /** How many calls were held. */
    public long held() {
        return held.get();
    }

    /** Lets the held calls look at the pointer again; to be called after the next route was published. */
    public void open() {
        opened.countDown();
    }

    void await() {
        held.incrementAndGet();
        try {
            if (!opened.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new ResourceUnavailableException(reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceUnavailableException(reason + " (the caller was interrupted while it was held)");
        }
    }
}
