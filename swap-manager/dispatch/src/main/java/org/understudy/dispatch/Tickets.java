package org.understudy.dispatch;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tells each thread in which in-flight cell it counts its calls. A ticket is the number of a cell.
 *
 * <p>The first {@link #OWN} cells have an owner each: a thread that finds its cell free claims it, for all generations
 * and until it dies, and is from then on the only one to write there. A thread whose cell is another's shares one of
 * the others, where counting takes atomic additions. The owner is known by the thread itself, weakly held, so that
 * nothing is kept alive and an overridden {@code getId()} can lead to a busier cell but never to somebody else's.
 */
public final class Tickets {
    /** How many cells have an owner. */
    static final int OWN = 64;

    /** How many cells there are. */
    static final int COUNT = OWN + 32;

    private static final int SHIFT = 64 - Integer.numberOfTrailingZeros(OWN);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final AtomicReferenceArray<WeakReference<Thread>> OWNERS = new AtomicReferenceArray<>(OWN);

    private Tickets() {}

    /** The ticket of the current thread, for one call: below {@link #COUNT}. */
    public static int take() {
        Thread caller = Thread.currentThread();
        int cell = (int) (caller.getId() * GOLDEN >>> SHIFT);
        WeakReference<Thread> owner = OWNERS.getAcquire(cell);
        if (owner != null && owner.refersTo(caller)) {
            return cell;
        }
        return owner == null || owner.refersTo(null) ? claim(cell, owner, caller) : shared(cell);
    }

    /** Whether only one thread, the one that took it, can have this ticket. */
    static boolean isOwn(int ticket) {
        return ticket < OWN;
    }

    private static int claim(int cell, WeakReference<Thread> dead, Thread caller) {
        return OWNERS.compareAndSet(cell, dead, new WeakReference<>(caller)) ? cell : shared(cell);
    }

    private static int shared(int cell) {
        return OWN + cell % (COUNT - OWN);
    }
}
