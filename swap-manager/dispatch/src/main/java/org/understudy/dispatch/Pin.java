package org.understudy.dispatch;

/**
 * Keeps the thread that took it, until it is closed, in the configuration that was current when it was taken: whatever
 * is swapped meanwhile, every call through a handle, a call from inside another one too, goes to the version that was on
 * stage then. The versions are not stopped before the pin is closed, or their drain deadline has passed.
 *
 * <p>To be closed by the thread that took it, in a {@code finally}. A thread that has pins closes the last first. Within
 * a pin, {@link Configurations#pin} joins it.
 */
public final class Pin implements AutoCloseable {
    private static final ThreadLocal<Pin> CURRENT = new ThreadLocal<>();

    private final View view;
    private final Pin outer;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    private Pin(View view, Pin outer) {
        this.view = view;
        this.outer = outer;
    }

    /** The pin that the current thread is under; {@code null} if it has none. */
    static Pin current() {
        return CURRENT.get();
    }

    /** Pins the current thread to the configuration of now, or as its outer pin does. */
    static Pin to(Configurations configurations) {
        Pin outer = CURRENT.get();
        if (outer == null || outer.view.configurations() != configurations) {
            return take(new View(configurations));
        }
        outer.view.join();
        return take(outer.view);
    }

    /** Pins the current thread to this view, of which the pin becomes one of the holders. */
    static Pin take(View joined) {
        Pin outer = CURRENT.get();
        Pin pin = new Pin(joined, outer);
        CURRENT.set(pin);
        if (outer == null) {
            Tickets.pin();
        }
        return pin;
    }

    View view() {
        return view;
    }

    /**
     * The same configuration, for other threads and for longer than this pin: counted until it is closed.
     *
     * @throws IllegalStateException if the pin was closed
     */
    public Lease lease() {
        return new Lease(view);
    }

    /**
     * Lets go. Does nothing the second time.
     *
     * @throws IllegalStateException if another thread took it, or a later pin of this thread is still open; nothing has
     *     changed then
     */
    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("the pin belongs to " + owner.getName()
                    + ": take a lease from it, and a pin from that on each thread");
        }
        if (closed) {
            return;
        }
        if (CURRENT.get() != this) {
            throw new IllegalStateException("a pin that this thread took later is still open: close that first");
        }
        closed = true;
        if (outer == null) {
            Tickets.unpin();
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        view.leave();
    }
}
