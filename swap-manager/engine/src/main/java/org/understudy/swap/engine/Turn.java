package org.understudy.swap.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one operation at a time change a resource. Whoever comes meanwhile is told what is going on. */
final class Turn {
    private final Semaphore free = new Semaphore(1);
    private volatile String doing = "";

    /** What is done in a turn. */
    interface Work<T> {
        T run() throws Refusal;
    }

    /** What is going on; empty when nothing is. */
    String doing() {
        return doing;
    }

    /** Does the work unless another operation is under way. */
    <T> T take(String resource, String operation, Work<T> work) throws Refusal {
        if (!free.tryAcquire()) {
            throw new Refusal(resource + " is busy with a " + doing + ": wait until it has ended, then try again");
        }
        return run(operation, work);
    }

    /** Does the work once the present operation has ended; for repairs, which nobody can try again. */
    <T> T await(String resource, String operation, Duration longest, Work<T> work) throws Refusal {
        try {
            if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(resource + " is still busy with a " + doing + " after " + longest.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while " + resource + " was busy with a " + doing, e);
        }
        return run(operation, work);
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
