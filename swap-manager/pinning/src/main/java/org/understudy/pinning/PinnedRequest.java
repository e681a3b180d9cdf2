package org.understudy.pinning;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.understudy.swap.Lease;
import org.understudy.swap.Pin;

/** A request under a pin. When it goes on asynchronously, it takes a lease, which it keeps until it completes. */
final class PinnedRequest extends HttpServletRequestWrapper {
    private static final String LEASE = PinningFilter.PID + ".lease";

    private final Pin pin;

    /**
     * Creates one.
     *
     * @param pin that this thread is under while the request is handled
     */
    PinnedRequest(HttpServletRequest request, Pin pin) {
        super(request);
        this.pin = pin;
    }

    /** What keeps the configuration of a request that has gone on asynchronously; {@code null} for another one. */
    static Lease lease(ServletRequest request) {
        return (Lease) request.getAttribute(LEASE);
    }

    @Override
    public AsyncContext startAsync() {
        return pinned(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return pinned(super.startAsync(request, response));
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new PinnedContext(super.getAsyncContext(), lease(this));
    }

    private AsyncContext pinned(AsyncContext started) {
        Lease kept = lease(this);
        if (kept == null) {
            kept = pin.lease();
            setAttribute(LEASE, kept);
            started.addListener(new LeaseEnd(kept));
        }
        return new PinnedContext(started, kept);
    }
}
