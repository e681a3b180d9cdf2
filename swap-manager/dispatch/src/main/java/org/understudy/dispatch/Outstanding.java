package org.understudy.dispatch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the work of a started version that goes on after the call that began it has returned: an asynchronous request,
 * a {@code CompletionStage} that is not yet complete. Knows the failures of its calls too, because some fail only then.
 * Shared by all generations over the same started version. Safe for use by many threads.
 *
 * <p>Work is begun inside a call or inside other work, never from nothing. So once a version is off stage and its
 * cells were read as zero, a count of zero is final.
 */
public final class Outstanding {
    private final AtomicLong count = new AtomicLong();
    private final Failures failures = new Failures();

    /** One piece of work. */
    @FunctionalInterface
    public interface Work {
        /** Says that it has ended; only the first time counts. */
        void end();
    }

    /** Counts a piece of work from now on until it says that it has ended. */
    public Work begin() {
        count.incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                count.decrementAndGet();
            }
        };
    }

    /**
     * Counts a stage from now on until it completes, in whatever way; to be called inside the call that returns it. The
     * stage itself stays as it is. What it does when it completes may run before or after it is no longer counted.
     *
     * @param stage may be {@code null}, which is nothing to wait for
     */
    public void until(CompletionStage<?> stage) {
        if (stage == null) {
            return;
        }
        if (stage instanceof Future<?> future && future.isDone()) {
            if (stage instanceof CompletableFuture<?> done && done.isCompletedExceptionally()) {
                done.whenComplete((value, failure) -> failed(failure));
            }
            return;
        }
        Work work = begin();
        boolean counted = false;
        try {
            stage.whenComplete((value, failure) -> {
                failed(failure);
                work.end();
            });
            counted = true;
        } finally {
            if (!counted) {
                work.end(); // a stage that takes no dependants would be waited for until the deadline
            }
        }
    }

    private void failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause != null && !(cause instanceof CancellationException)) {
            failures.add(cause);
        }
    }

    /** How calls into the version have failed, those included that have returned before. */
    public Failures failures() {
        return failures;
    }

    /** How many pieces have not ended. */
    public long count() {
        return count.get();
    }
}
