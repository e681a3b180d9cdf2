package org.understudy.dispatch;

import java.util.BitSet;

/**
 * Watches the calls leave a generation that is off stage. To be created after the flip, used by one thread.
 *
 * <p>A pinned request may begin calls until it has left its configuration: so the configurations are looked at
 * first. From then on admitted calls only become fewer, and each cell has to be seen as zero once, at any time.
 * Work that outlives its call is begun inside one or inside other such work, so once all cells were seen as zero it can
 * only become less too, and is looked at last.
 */
public final class Drain {
    private final Generation generation;
    private final BitSet open = new BitSet(Tickets.COUNT);
    private boolean unpinned;

    /** Starts watching. */
    public Drain(Generation generation) {
        this.generation = generation;
        open.set(0, Tickets.COUNT);
    }

    /** Looks once; true when every call that was ever admitted has left, and what outlived it has ended. */
    public boolean done() {
        return left() && generation.outstanding().count() == 0;
    }

    /** Looks once; true when every call that was ever admitted has left, whatever it has left behind. */
    public boolean left() {
        unpinned = unpinned || generation.pins() == 0;
        if (!unpinned) {
            return false;
        }
        for (int ticket = open.nextSetBit(0); ticket >= 0; ticket = open.nextSetBit(ticket + 1)) {
            if (generation.inside(ticket) == 0) {
                open.clear(ticket);
            }
        }
        return open.isEmpty();
    }
}
