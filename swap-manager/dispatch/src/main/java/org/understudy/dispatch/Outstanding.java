package org.understudy.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the work of a started version that goes on after the call that began it has returned: an asynchronous request,
 * a {@code CompletionStage} that is not yet complete. Shared by all generations over the same started version. Safe for
 * use by many threads.
 *
 * <p>Work is begun inside a call or inside other work, never from nothing. So once a version is off stage and its
 * cells were read as zero, a count of zero is final.
 */
public final class Outstanding {
    private final AtomicLong count = new AtomicLong();

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

    /** How many pieces have not ended. */
    public long count() {
        return count.get();
    }
}
