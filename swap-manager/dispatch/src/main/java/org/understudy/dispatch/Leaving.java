package org.understudy.dispatch;

import java.util.BitSet;

/**
 * Watches cells run empty that nobody is admitted to any more: each has to be seen as zero once, at any time. To be
 * created after the write that ended the admissions, used by one thread at a time.
 */
final class Leaving {
    private final Cells cells;
    private final BitSet open = new BitSet(Tickets.COUNT);

    Leaving(Cells cells) {
        this.cells = cells;
        open.set(0, Tickets.COUNT);
    }

    /** Looks once; true when all that were ever admitted have left. */
    boolean done() {
        for (int ticket = open.nextSetBit(0); ticket >= 0; ticket = open.nextSetBit(ticket + 1)) {
            if (cells.inside(ticket) == 0) {
                open.clear(ticket);
            }
        }
        return open.isEmpty();
    }
}
