package org.understudy.swap;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A configuration that is kept for a request which goes on on other threads, or later.
 *
 * <pre>{@code
 * Lease lease = pin.lease();
 * executor.execute(() -> {
 *     try (lease) {
 *         lease.run(() -> answer(request));
 *     }
 * });
 * }</pre>
 *
 * <p>Counted as a pinned request until it is closed, whether a thread uses it or not. Safe for use by many threads.
 */
@ProviderType
public interface Lease extends AutoCloseable {
    /**
     * Pins the calling thread to it, whatever else that is pinned to, until the pin is closed.
     *
     * @throws IllegalStateException if the lease was closed, and all pins with it
     */
    Pin pin();

    /** Runs the task on this thread, pinned. The lease stays open. */
    default void run(Runnable task) {
        Pin pin = pin();
        try {
            task.run();
        } finally {
            pin.close();
        }
    }

    /** Lets go. Does nothing the second time. */
    @Override
    void close();
}
