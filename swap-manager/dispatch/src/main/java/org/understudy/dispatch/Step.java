package org.understudy.dispatch;

import java.util.Arrays;

/**
 * A step of a user or session, for example one request: each resource whose handles are called in it, on the thread that
 * began it, is noted once, at the first call, whatever that call comes to. Calls from inside other calls count too.
 *
 * <p>To be closed by the thread that began it, in a {@code finally}. A step that is begun inside another one takes its
 * place until it is closed. Which resources were called is known to nobody before {@link #note} is told.
 *
 * <p>A thread that is in no step pays for one look at a mark (see {@link Tickets#isMarked}); one that is pays for its bit
 * in addition, and nothing is allocated.
 */
public abstract class Step implements AutoCloseable {
    private static final ThreadLocal<Step> CURRENT = new ThreadLocal<>();
    private static final int BITS = Long.SIZE;

    private final Thread owner = Thread.currentThread();
    private long[] noted = new long[1];
    private Step outer;
    private boolean open;
    private int marked;

    /**
     * A resource is called for the first time in this step; told on the thread of the call, before the call is answered.
     * Must be quick, and must not throw.
     */
    protected abstract void note(String resource);

    /**
     * Begins it on the thread that has created it.
     *
     * @throws IllegalStateException if another thread has, or it was begun before
     */
    protected final void begin() {
        if (Thread.currentThread() != owner || open) {
            throw new IllegalStateException("a step is begun once, by the thread that creates it: create another one");
        }
        open = true;
        outer = CURRENT.get();
        CURRENT.set(this);
        if (outer == null) {
            marked = Tickets.mark();
        }
    }

    /**
     * Ends it. Does nothing the second time.
     *
     * @throws IllegalStateException if another thread began it, or a later step of this thread is still open; nothing has
     *     changed then
     */
    @Override
    public final void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("the step belongs to " + owner.getName() + ": create one on each thread");
        }
        if (!open) {
            return;
        }
        if (CURRENT.get() != this) {
            throw new IllegalStateException("a step that this thread began later is still open: close that first");
        }
        open = false;
        if (outer == null) {
            Tickets.unmark(marked);
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /** A resource is called on a thread that may be in a step. */
    static void call(Pointer resource) {
        Step step = CURRENT.get();
        if (step != null) {
            step.call(resource.place(), resource);
        }
    }

    private void call(int place, Pointer resource) {
        int word = place / BITS;
        long bit = 1L << place;
        if (word >= noted.length) {
            noted = Arrays.copyOf(noted, word + 1);
        }
        if ((noted[word] & bit) == 0) {
            noted[word] |= bit;
            note(resource.name());
        }
    }
}
