package org.understudy.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counts the calls inside a generation, in cells a cache line apart, one a ticket.
 *
 * <p>A cell has two counters that only rise, arrivals and departures; the difference is who is inside. A call departs
 * at the cell at which it arrived, and departures are read first: so a cell that is read as empty after the flip
 * proves that every admitted call of that cell is gone. A cell that a thread owns is written by that thread alone: its
 * arrival needs the store-load barrier of a volatile write, but no atomic addition, and its departure no barrier at all.
 *
 * <p>That the counters only rise makes counting all calls free. Beside them a cell notes since when somebody is inside,
 * by the {@link CoarseClock}: in one stamp where it has an owner, whose calls are nested; otherwise in a row of stamps, of
 * which a call takes one that is free, if there is one.
 */
final class Cells {
    /** What {@link #stamp} returns where nothing was stamped. */
    static final int UNSTAMPED = 0;

    /** How many calls in a shared cell can be stamped at once. */
    static final int STAMPS = 12;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two lines, because processors fetch neighbours; the first stride keeps the array's header apart. */
    private static final int STRIDE = 16;

    private static final int DEPARTURES = 1;
    private static final int RETREATS = 2;
    private static final int SINCE = 3;

    private final long[] cells;

    Cells(int count) {
        cells = new long[(count + 1) * STRIDE];
    }

    /** Counts a call in. Ordered before all that this thread reads afterwards. */
    void arrive(int ticket) {
        int cell = index(ticket);
        if (Tickets.isOwn(ticket)) {
            long arrivals = cells[cell];
            if (arrivals == cells[cell + DEPARTURES]) {
                // before the arrival: who sees that one sees no older stamp
                cells[cell + SINCE] = CoarseClock.now();
            }
            CELL.setVolatile(cells, cell, arrivals + 1);
        } else {
            CELL.getAndAdd(cells, cell, 1L);
        }
    }

    /** Counts it out. Ordered after all that this thread did before. */
    void leave(int ticket) {
        int departures = index(ticket) + DEPARTURES;
        if (Tickets.isOwn(ticket)) {
            CELL.setRelease(cells, departures, cells[departures] + 1);
        } else {
            CELL.getAndAdd(cells, departures, 1L);
        }
    }

    /** Counts out a call that was not admitted, and so is none. */
    void retreat(int ticket) {
        CELL.getAndAdd(cells, index(ticket) + RETREATS, 1L);
        leave(ticket);
    }

    /** The number of a call that has just arrived with this ticket; others that share the ticket may see the same. */
    long number(int ticket) {
        return (long) CELL.getOpaque(cells, index(ticket));
    }

    /**
     * Notes that a call with a shared ticket is inside from now on.
     *
     * @return what {@link #unstamp} has to be given; {@link #UNSTAMPED} if as many others are inside as can be noted
     */
    int stamp(int ticket) {
        int stamps = index(ticket) + SINCE;
        long now = CoarseClock.now() | 1; // not zero
        for (int stamp = 0; stamp < STAMPS; stamp++) {
            if ((long) CELL.getOpaque(cells, stamps + stamp) == 0
                    && CELL.compareAndSet(cells, stamps + stamp, 0L, now)) {
                return stamp + 1;
            }
        }
        return UNSTAMPED;
    }

    /** Takes back what {@link #stamp} has noted. */
    void unstamp(int ticket, int stamp) {
        if (stamp != UNSTAMPED) {
            CELL.setOpaque(cells, index(ticket) + SINCE + stamp - 1, 0L);
        }
    }

    /** How many calls are inside with this ticket. */
    long inside(int ticket) {
        long departures = departures(ticket); // first: none of these is of a call that arrives from now on
        return arrivals(ticket) - departures;
    }

    /** How many have arrived with this ticket. */
    long arrivals(int ticket) {
        return (long) CELL.getVolatile(cells, index(ticket));
    }

    /** How many have departed with this ticket. */
    long departures(int ticket) {
        return (long) CELL.getVolatile(cells, index(ticket) + DEPARTURES);
    }

    /** How many admitted calls with this ticket have left; exact when it is quiet. */
    long calls(int ticket) {
        long retreats = (long) CELL.getVolatile(cells, index(ticket) + RETREATS);
        return Math.max(0, departures(ticket) - retreats);
    }

    /** For how long, going by the coarse clock, the longest of the calls with this ticket has been inside; 0 if none is. */
    long oldest(int ticket) {
        int since = index(ticket) + SINCE;
        long now = CoarseClock.now();
        if (Tickets.isOwn(ticket)) {
            return inside(ticket) == 0 ? 0 : Math.max(0, now - (long) CELL.getOpaque(cells, since));
        }
        long oldest = 0;
        for (int stamp = 0; stamp < STAMPS; stamp++) {
            long began = (long) CELL.getOpaque(cells, since + stamp);
            if (began != 0) {
                oldest = Math.max(oldest, now - began);
            }
        }
        return oldest;
    }

    private static int index(int ticket) {
        return (ticket + 1) * STRIDE;
    }
}
