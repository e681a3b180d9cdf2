package org.understudy.dispatch;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tells each thread in which in-flight cell it counts its calls. A ticket is the number of a cell.
 *
 * <p>The first {@link #OWN} cells have an owner each: a thread that finds its cell free claims it, for all generations
 * and until it dies, and is from then on the only one to write there. A thread whose cell is another's shares one of
 * the next, where counting takes atomic additions. The owner is known by the thread itself, weakly held, so that
 * nothing is kept alive and an overridden {@code getId()} can lead to a busier cell but never to somebody else's.
 *
 * <p>A pinned thread gets one of the last, which are shared as well, so that the ticket tells the pointer that it is
 * pinned. Its own cell is {@link Lent} meanwhile: nobody else gets it, and the thread itself does not find it. So a
 * thread that is not pinned and has a cell of its own pays nothing for being asked.
 */
public final class Tickets {
    /** How many cells have an owner. */
    static final int OWN = 64;

    /** The first ticket of pinned threads. */
    static final int PINNED = OWN + 32;

    /** How many cells there are. */
    static final int COUNT = PINNED + 16;

    private static final int STRIDE = 32;
    private static final int SHIFT = 64 - Integer.numberOfTrailingZeros(OWN);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final AtomicReferenceArray<WeakReference<Object>> OWNERS = new AtomicReferenceArray<>(OWN);

    /** How many pinned threads have this place in the table of owners. */
    private static final AtomicIntegerArray PINS = new AtomicIntegerArray(OWN);

    /** By ticket: how many of the threads that may have it are in a step. Each in a line of its own: all calls read. */
    private static final AtomicIntegerArray MARKS = new AtomicIntegerArray((COUNT + 1) * STRIDE);

    private Tickets() {}

    /** Who has a cell. */
    private static final class Owner extends WeakReference<Object> {
        private final Lent lent = new Lent(this);

        Owner(Thread thread) {
            super(thread);
        }
    }

    /** Stands for an owner who is pinned: found neither by him nor by who looks for a free cell. */
    private static final class Lent extends WeakReference<Object> {
        private static final Object NOBODY = new Object();

        private final Owner owner;

        Lent(Owner owner) {
            super(NOBODY);
            this.owner = owner;
        }
    }

    /** The ticket of the current thread, for one call: below {@link #COUNT}. */
    public static int take() {
        Thread caller = Thread.currentThread();
        int cell = cell(caller);
        WeakReference<Object> owner = OWNERS.getAcquire(cell);
        if (owner != null && owner.refersTo(caller)) {
            return cell;
        }
        return PINS.getOpaque(cell) > 0 && Pin.current() != null ? pinned(cell) : takeUnpinned(cell, owner, caller);
    }

    private static int takeUnpinned(int cell, WeakReference<Object> owner, Thread caller) {
        return isFree(owner) && OWNERS.compareAndSet(cell, owner, new Owner(caller)) ? cell : shared(cell);
    }

    /** Whether only one thread, the one that took it, can have this ticket. */
    static boolean isOwn(int ticket) {
        return ticket < OWN;
    }

    /** Whether the thread that took it was pinned. */
    static boolean isPinned(int ticket) {
        return ticket >= PINNED;
    }

    /** Whether the thread that took it may be in a step; if it is, this is true. */
    public static boolean isMarked(int ticket) {
        return MARKS.getPlain((ticket + 1) * STRIDE) != 0; // a thread sees its own mark, which is the one that counts
    }

    /** From now on the current thread is in a step: whatever ticket it takes is marked. Returns what ends that. */
    static int mark() {
        int cell = cell(Thread.currentThread());
        mark(cell, 1);
        return cell;
    }

    /** It is in none any more. */
    static void unmark(int marked) {
        mark(marked, -1);
    }

    private static void mark(int cell, int change) {
        for (int ticket : new int[] {cell, shared(cell), pinned(cell)}) {
            MARKS.addAndGet((ticket + 1) * STRIDE, change);
        }
    }

    /** From now on the current thread takes the tickets of pinned threads. */
    static void pin() {
        Thread caller = Thread.currentThread();
        int cell = cell(caller);
        PINS.incrementAndGet(cell);
        WeakReference<Object> found = OWNERS.getAcquire(cell);
        if (found instanceof Owner owner && owner.refersTo(caller)) {
            OWNERS.setRelease(cell, owner.lent);
        } else if (isFree(found)) {
            OWNERS.compareAndSet(cell, found, new Owner(caller).lent);
        }
    }

    /** From now on the current thread takes those of other threads. */
    static void unpin() {
        Thread caller = Thread.currentThread();
        int cell = cell(caller);
        if (OWNERS.getAcquire(cell) instanceof Lent lent && lent.owner.refersTo(caller)) {
            OWNERS.setRelease(cell, lent.owner);
        }
        PINS.decrementAndGet(cell);
    }

    /** Whether nobody has this cell who could still write there. */
    private static boolean isFree(WeakReference<Object> owner) {
        return owner == null || owner.refersTo(null) || owner instanceof Lent lent && lent.owner.refersTo(null);
    }

    private static int cell(Thread caller) {
        return (int) (caller.getId() * GOLDEN >>> SHIFT);
    }

    private static int shared(int cell) {
        return OWN + cell % (PINNED - OWN);
    }

    private static int pinned(int cell) {
        return PINNED + cell % (COUNT - PINNED);
    }
}
