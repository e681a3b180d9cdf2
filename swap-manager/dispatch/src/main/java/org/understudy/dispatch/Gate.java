package org.understudy.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A route that holds calls until another route is published, at most until its deadline. Used while nothing can
 * answer but something soon will.
 *
 * <p>A gate may stand before a generation that is being left. Then a call that is made from inside a call of the same
 * resource enters that generation, until the gate is sealed: held here, it would wait for whoever waits for it. A call
 * that is made from inside a call of another resource which is emptied while this gate is shut would wait for it too; the
 * gate can be told to refuse those.
 *
 * <p>Safe for use by many threads.
 */
public final class Gate extends Route {
    private static final StackWalker STACK = StackWalker.getInstance();
    /** The handle that is just entering, and the one of the call around it. */
    private static final int HANDLES_OF_A_NESTED_CALL = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Emptied> emptied = new CopyOnWriteArrayList<>();
    private final AtomicLong held = new AtomicLong();
    private final String reason;
    private final long deadlineNanos;
    private final Generation leaving;
    private final String handles;
    private volatile boolean sealed;
    private boolean open;

    /** Another resource that is emptied while the gate is shut. */
    private record Emptied(String name, String handles) {}

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

    /**
     * From now on refuses calls that are made from inside a call of another resource, those included that are held
     * already: that resource is emptied before the gate opens, so it would wait for them and they for it.
     *
     * @param resource the other resource, as messages call it
     * @param handles what the class names of its handles begin with
     */
    public void refuseFromInside(String resource, String handles) {
        emptied.add(new Emptied(resource, handles));
        wake(false);
    }

    /** Lets the held calls look at the pointer again; to be called after the next route was published. */
    public void open() {
        wake(true);
    }

    private void wake(boolean toGo) {
        lock.lock();
        try {
            open |= toGo;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Enters the generation behind the gate if this thread is inside a call of the resource already.
     *
     * @return the generation, to be left with the same ticket; {@code null} if the call is to be held
     */
    Generation enterAgain(int ticket) {
        if (sealed || !isInside(handles, HANDLES_OF_A_NESTED_CALL)) {
            return null;
        }
        leaving.arrive(ticket);
        if (!sealed) {
            return leaving;
        }
        leaving.retreat(ticket);
        return null;
    }

    private static boolean isInside(String handles, int calls) {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(handles))
                        .limit(calls)
                        .count())
                == calls;
    }

    /**
     * Holds the call until the gate opens.
     *
     * @throws ResourceUnavailableException if the deadline passes, the caller is interrupted, or the call may not wait
     */
    void await() {
        held.incrementAndGet();
        lock.lock();
        try {
            int known = 0;
            while (!open) {
                if (known < emptied.size()) {
                    known = emptied.size();
                    refuseIfInside();
                }
                long left = deadlineNanos - System.nanoTime();
                if (left <= 0) {
                    throw new ResourceUnavailableException(reason);
                }
                changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceUnavailableException(reason + " (the caller was interrupted while it was held)");
        } finally {
            lock.unlock();
        }
    }

    private void refuseIfInside() {
        for (Emptied other : emptied) {
            if (isInside(other.handles(), 1)) {
                throw new ResourceUnavailableException("the call was made from inside a call of " + other.name()
                        + ", which is emptied for the same swap: held, each would have waited for the other");
            }
        }
    }
}
