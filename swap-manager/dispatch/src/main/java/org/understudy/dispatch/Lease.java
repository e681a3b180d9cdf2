package org.understudy.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A configuration that is kept for a request which goes on on other threads. Counted until it is closed, whether a
 * thread is pinned to it or not. Safe for use by many threads.
 */
public final class Lease implements AutoCloseable {
    private final View view;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(View view) {
        view.join();
        this.view = view;
    }

    /**
     * Pins the current thread to it, whatever else that was pinned to, until the pin is closed.
     *
     * @throws IllegalStateException if the lease and everything else that kept the configuration was closed
     */
    public Pin pin() {
        view.join();
        return Pin.take(view);
    }

    /** Lets go. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            view.leave();
        }
    }
}
