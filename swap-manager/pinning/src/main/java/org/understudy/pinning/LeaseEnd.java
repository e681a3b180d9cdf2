package org.understudy.pinning;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.understudy.swap.Lease;

/**
 * Closes the lease of an asynchronous request when that completes, however it does: the container completes it after a
 * timeout and after an error too.
 *
 * @param lease what is closed
 */
record LeaseEnd(Lease lease) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        lease.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }

    /** Who dispatches and starts anew loses the listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
