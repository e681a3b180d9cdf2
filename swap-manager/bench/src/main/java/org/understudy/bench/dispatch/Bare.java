package org.understudy.bench.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.understudy.bench.dispatch.ds.Answers;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Tickets;

/**
 * A handle by hand that does what ours does, but for measuring: it counts who is inside, in one number, and that is all.
 * What the monitor costs is the difference to it.
 */
class Bare implements Answers {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int OWN = 64; // tickets below it have one owner
    private static final int PINNED = OWN + 32; // from here on those of pinned threads
    private static final int COUNT = PINNED + 16;
    private static final int STRIDE = 16;

    private volatile Object route = new Object();

    private static final class Version {
        private final Object[] targets;
        private final long[] cells = new long[(COUNT + 1) * STRIDE];

        Version(Object... targets) {
            this.targets = targets;
        }

        void arrive(int ticket) {
            int cell = (ticket + 1) * STRIDE;
            if (ticket < OWN) {
                CELL.setVolatile(cells, cell, cells[cell] + 1);
            } else {
                CELL.getAndAdd(cells, cell, 1L);
            }
        }

        void leave(int ticket) {
            int cell = (ticket + 1) * STRIDE;
            if (ticket < OWN) {
                CELL.setRelease(cells, cell, cells[cell] - 1);
            } else {
                CELL.getAndAdd(cells, cell, -1L);
            }
        }

        /** As a {@link SharedTarget} does it. */
        Object target(int index) {
            Object target = index < targets.length ? targets[index] : null;
            if (target == null) {
                throw new IllegalStateException("there is no service " + index);
            }
            return target;
        }
    }

    /** Where a handle that knows of steps notes its call. */
    void note(int ticket) {}

    void show(Answers version) {
        route = new Version(version);
    }

    private Version enter(int ticket) {
        if (ticket >= PINNED) {
            throw new IllegalStateException("nobody is pinned here");
        }
        while (true) {
            if (route instanceof Version version) {
                version.arrive(ticket);
                if (route == version) {
                    return version;
                }
                version.leave(ticket);
            } else {
                throw new IllegalStateException("nothing was shown yet");
            }
        }
    }

    @Override
    public final long answer(long question) {
        int ticket = Tickets.take();
        note(ticket);
        Version version = enter(ticket);
        try {
            return ((Answers) version.target(0)).answer(question);
        } finally {
            version.leave(ticket);
        }
    }
}
