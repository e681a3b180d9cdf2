package org.understudy.dispatch;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A route that holds calls until another route is published, at most until its deadline. Used while nothing can
 * answer but something soon will.
 *
 * <p>A gate may stand before a generation that is being left. Then a call that is made from inside a call of the same
 * resource enters that generation, until the gate is sealed: held here, it would wait for whoever waits for it.
 */
public final class Gate extends Route {
    private static final StackWalker STACK = StackWalker.getInstance();
    /** The handle that is just entering, and the one of the call around it. */
    private static final int HANDLES_OF_A_NESTED_CALL = 2;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicLong held = new AtomicLong();
    private final String reason;
    private final long deadlineNanos;
    private final Generation leaving;
    private final String handles;
    private volatile boolean sealed;

    /**
     * Creates a closed gate.
     *
     * @param reason what callers are told when the deadline passes
     * @param deadlineNanos the {@link System#nanoTime} value until which calls are held
     */
    public Gate(String reason, long deadlineNanos) {
        this(reason, deadlineNanos, null, "");
        sealed = true;
    }

    /**
     * Creates a gate before a generation that is being left.
     *
     * @param reason what callers are told when the deadline passes
     * @param deadlineNanos the {@link System#nanoTime} value until which calls are held
     * @param leaving the generation that calls from inside may still enter
     * @param handles what the class names of the resource's handles begin with
     */
    public Gate(String reason, long deadlineNanos, Generation leaving, String handles) {
        this.reason = Objects.requireNonNull(reason, "reason");
        this.deadlineNanos = deadlineNanos;
        this.leaving = leaving;
        this.handles = Objects.requireNonNull(handles, "handles");
    }

    /** How many calls have been held here. */
    public long held() {
        return held.get();
    }

    /**
     * From now on nobody enters the generation behind it any more. To be called once it was found empty; whoever came in
     * until then is found by a {@link Drain} that begins afterwards.
     */
    public void seal() {
        sealed = true;
    }

    /** Lets the held calls look at the pointer again; to be called after the next route was published. */
    public void open() {
        opened.countDown();
    }

    /**
     * Enters the generation behind the gate if this thread is inside a call of the resource already.
     *
     * @return the generation, to be left with the same ticket; {@code null} if the call is to be held
     */
    Generation enterAgain(int ticket) {
        if (sealed || !isNested()) {
            return null;
        }
        leaving.arrive(ticket);
        if (!sealed) {
            return leaving;
        }
        leaving.leave(ticket);
        return null;
    }

    private boolean isNested() {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(handles))
                        .limit(HANDLES_OF_A_NESTED_CALL)
                        .count())
                == HANDLES_OF_A_NESTED_CALL;
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
