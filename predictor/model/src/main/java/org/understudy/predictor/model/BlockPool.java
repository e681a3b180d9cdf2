package org.understudy.predictor.model;

import java.util.Arrays;

/**
 * One array of entries, given out in blocks of 1, 2, 4, ... 512 and merged again when they come back (a buddy
 * allocation). A free block is its own list node: its first entry has item 0, which no live entry has, then its size
 * class and its neighbours in the list of free ones.
 */
final class BlockPool {
    static final int CLASSES = 10;
    private static final int NONE = (1 << 22) - 1;

    final long[] entries;
    private final int[] free = new int[CLASSES];

    BlockPool(int size) {
        int whole = size >>> (CLASSES - 1) << (CLASSES - 1);
        entries = new long[whole];
        clear();
    }

    private void clear() {
        Arrays.fill(entries, 0);
        Arrays.fill(free, NONE);
        for (int at = entries.length - (1 << (CLASSES - 1)); at >= 0; at -= 1 << (CLASSES - 1)) {
            push(at, CLASSES - 1);
        }
    }

    /** The smallest class whose blocks hold this many entries. */
    static int classFor(int length) {
        return length <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(length - 1);
    }

    /** A block of zeros, or -1 if there is none. */
    int take(int size) {
        int found = size;
        while (found < CLASSES && free[found] == NONE) {
            found++;
        }
        if (found == CLASSES) {
            return -1;
        }
        int at = free[found];
        unlink(at, found);
        while (found > size) {
            found--;
            push(at + (1 << found), found);
        }
        Arrays.fill(entries, at, at + (1 << size), 0);
        return at;
    }

    /** Takes a block back; nothing of what was in it is kept. */
    void give(int block, int blockSize) {
        Arrays.fill(entries, block, block + (1 << blockSize), 0);
        int at = block;
        int size = blockSize;
        while (size < CLASSES - 1 && isFree(at ^ 1 << size, size)) {
            int buddy = at ^ 1 << size;
            unlink(buddy, size);
            at = Math.min(at, buddy);
            size++;
        }
        push(at, size);
    }

    private boolean isFree(int at, int size) {
        long head = entries[at];
        return (head & 0xffff) == 0 && (head >>> 16 & 0xf) == size + 1;
    }

    private void push(int at, int size) {
        link(at, size, free[size], NONE);
        if (free[size] != NONE) {
            link(free[size], size, next(free[size]), at);
        }
        free[size] = at;
    }

    private void unlink(int at, int size) {
        int next = next(at);
        int previous = previous(at);
        entries[at] = 0;
        if (previous == NONE) {
            free[size] = next;
        } else {
            link(previous, size, next, previous(previous));
        }
        if (next != NONE) {
            link(next, size, next(next), previous);
        }
    }

    private void link(int at, int size, int next, int previous) {
        entries[at] = size + 1L << 16 | (long) next << 20 | (long) previous << 42;
    }

    private int next(int at) {
        return (int) (entries[at] >>> 20) & NONE;
    }

    private int previous(int at) {
        return (int) (entries[at] >>> 42) & NONE;
    }

    void walk(State state) {
        state.longs(entries);
        state.ints(free);
    }
}
