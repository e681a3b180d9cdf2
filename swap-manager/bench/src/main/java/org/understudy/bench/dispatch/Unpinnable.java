package org.understudy.bench.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.understudy.bench.dispatch.ds.Answers;

/**
 * A handle by hand that does what {@link Bare} does, where no pins are known: neither by the tickets nor by the pointer.
 * What an unpinned call pays for pins being possible is the difference between the two.
 */
final class Unpinnable implements Answers {
    private final Pointer pointer;

    Unpinnable(Pointer pointer) {
        this.pointer = pointer;
    }

    @Override
    public long answer(long question) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        try {
            return ((Answers) generation.target(0)).answer(question);
        } finally {
            generation.leave(ticket);
        }
    }

    static final class Pointer {
        private volatile Route route;

        void publish(Route next) {
            route = next;
        }

        Generation enter(int ticket) {
            if (route instanceof Generation generation) {
                generation.arrive(ticket);
                if (route == generation) {
                    return generation;
                }
                generation.leave(ticket);
            }
            return enterSlowly(ticket);
        }

        private Generation enterSlowly(int ticket) {
            while (true) {
                if (!(route instanceof Generation generation)) {
                    throw new IllegalStateException("nothing was shown yet");
                }
                generation.arrive(ticket);
                if (route == generation) {
                    return generation;
                }
                generation.leave(ticket);
            }
        }
    }

    abstract static class Route {}

    static final class Generation extends Route {
        private final Object[] targets;
        private final Cells cells = new Cells();

        Generation(Object... targets) {
            this.targets = targets.clone();
        }

        void arrive(int ticket) {
            cells.arrive(ticket);
        }

        void leave(int ticket) {
            cells.leave(ticket);
        }

        Object target(int index) {
            Object target = index < targets.length ? targets[index] : null;
            if (target == null) {
                throw new IllegalStateException("no such service");
            }
            return target;
        }
    }

    private static final class Cells {
        private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
        private static final int STRIDE = 16;

        private final long[] cells = new long[(Tickets.COUNT + 1) * STRIDE];

        void arrive(int ticket) {
            int cell = (ticket + 1) * STRIDE;
            if (Tickets.isOwn(ticket)) {
                CELL.setVolatile(cells, cell, cells[cell] + 1);
            } else {
                CELL.getAndAdd(cells, cell, 1L);
            }
        }

        void leave(int ticket) {
            int cell = (ticket + 1) * STRIDE;
            if (Tickets.isOwn(ticket)) {
                CELL.setRelease(cells, cell, cells[cell] - 1);
            } else {
                CELL.getAndAdd(cells, cell, -1L);
            }
        }
    }

    private static final class Tickets {
        static final int OWN = 64;
        static final int COUNT = OWN + 32;
        private static final int SHIFT = 64 - Integer.numberOfTrailingZeros(OWN);
        private static final long GOLDEN = 0x9E3779B97F4A7C15L;
        private static final AtomicReferenceArray<WeakReference<Thread>> OWNERS = new AtomicReferenceArray<>(OWN);

        static int take() {
            Thread caller = Thread.currentThread();
            int cell = (int) (caller.getId() * GOLDEN >>> SHIFT);
            WeakReference<Thread> owner = OWNERS.getAcquire(cell);
            if (owner != null && owner.refersTo(caller)) {
                return cell;
            }
            return owner == null || owner.refersTo(null) ? claim(cell, owner, caller) : shared(cell);
        }

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
}
