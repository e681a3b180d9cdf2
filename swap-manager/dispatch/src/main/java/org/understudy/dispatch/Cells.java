package org.understudy.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts the calls inside a generation, in cells a cache line apart, one a ticket.
 *
 * <p>A call leaves at the cell at which it arrived, so a cell is the number of calls that are inside it, and one that
 * is read as zero after the flip proves that every admitted call of that cell is gone. A cell that a thread owns is
 * written by that thread alone: its arrival needs the store-load barrier of a volatile write, but no atomic addition,
 * and its departure no barrier at all.
 */
final class Cells {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two lines, because processors fetch neighbours; the first stride keeps the array's header apart. */
    private static final int STRIDE = 16;

    private final long[] cells;

    Cells(int count) {
        cells = new long[(count + 1) * STRIDE];
    }

    /** Counts a call in. Ordered before all that this thread reads afterwards. */
    void arrive(int ticket) {
        int cell = index(ticket);
        if (Tickets.isOwn(ticket)) {
            CELL.setVolatile(cells, cell, cells[cell] + 1);
        } else {
            CELL.getAndAdd(cells, cell, 1L);
        }
    }

    /** Counts it out. Ordered after all that this thread did before. */
    void leave(int ticket) {
        int cell = index(ticket);
        if (Tickets.isOwn(ticket)) {
            CELL.setRelease(cells, cell, cells[cell] - 1);
        } else {
            CELL.getAndAdd(cells, cell, -1L);
        }
    }

    /** How many calls are inside with this ticket. */
    long inside(int ticket) {
        return (long) CELL.getVolatile(cells, index(ticket));
    }

    private static int index(int ticket) {
        return (ticket + 1) * STRIDE;
    }
}
