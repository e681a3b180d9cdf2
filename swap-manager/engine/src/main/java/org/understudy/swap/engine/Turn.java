package org.understudy.swap.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets one operation at a time change a resource. Whoever comes meanwhile is told what is going on. */
final class Turn {
    private static final Duration A_LOOK = Duration.ofMillis(2);

    private final Semaphore free = new Semaphore(1);
    private final AtomicInteger urgent = new AtomicInteger();
    private volatile String doing = "";

    /** What is done in a turn. */
    interface Work<T> {
        T run() throws Refusal;
    }

    /** What is going on; empty when nothing is. */
    String doing() {
        return doing;
    }

    /**
     * Does the work unless another operation is under way. Housekeeping is none: it is waited for, because nobody could
     * say when to try again.
     */
    <T> T take(String resource, String operation, Work<T> work) throws Refusal {
        while (!acquired(resource, A_LOOK)) {
            String other = doing;
            if (!other.isEmpty()) {
                throw new Refusal(resource + " is busy with a " + other + ": wait until it has ended, then try again");
            }
        }
        return run(operation, work);
    }

    /**
     * Does the work as soon as the present operation can be left: one that only waits for calls to leave gives up its
     * turn for it.
     */
    <T> T takeOver(String resource, String operation, Duration longest, Work<T> work) throws Refusal {
        urgent.incrementAndGet();
        try {
            if (!acquired(resource, longest)) {
                throw new Refusal(resource + " is still busy with a " + doing + " after " + longest.toSeconds() + " s");
            }
        } finally {
            urgent.decrementAndGet();
        }
        return run(operation, work);
    }

    /** Whether somebody wants to take over: who only waits should end that. */
    boolean wanted() {
        return urgent.get() > 0;
    }

    /** Does the work once the present operation has ended; for repairs, which nobody can try again. */
    <T> T await(String resource, String operation, Duration longest, Work<T> work) throws Refusal {
        if (!acquired(resource, longest)) {
            throw new Refusal(resource + " is still busy with a " + doing + " after " + longest.toSeconds() + " s");
        }
        return run(operation, work);
    }

    /** Does a chore that must end soon, once the present operation has ended; whoever comes meanwhile waits for it. */
    void tidy(String resource, Duration longest, Work<?> chore) throws Refusal {
        await(resource, "", longest, chore);
    }

    private boolean acquired(String resource, Duration longest) throws Refusal {
        try {
            return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while " + resource + " was busy with a " + doing, e);
        }
    }

    private <T> T run(String operation, Work<T> work) throws Refusal {
        doing = operation;
        try {
            return work.run();
        } finally {
            doing = "";
            free.release();
        }
    }
}
