package org.understudy.predictor.model;

import java.util.BitSet;

/** What each context counted: a list of entries sorted by weight, in a block that grows with it. */
final class EntryLists {
    private static final int MOST_TOTAL = 1 << 30;

    private final Headers headers;
    private final Blocks blocks;
    private final long[] entries;

    /** Where blocks come from; others may have to go for one. */
    interface Blocks {
        /** A block of this class for a context, or -1 if there is none. */
        int take(int sizeClass, int context, int now);

        void give(int block, int sizeClass);
    }

    EntryLists(Headers headers, Blocks blocks, long[] entries) {
        this.headers = headers;
        this.blocks = blocks;
        this.entries = entries;
    }

    /** Begins a list with one item. */
    void begin(int at, int block, int item) {
        headers.place(at, block, 0);
        headers.total(at, 1);
        headers.shape(at, 1, 0, Entry.UNIT);
        entries[block] = Entry.of(item, 1, Entry.UNIT);
    }

    /** Counts the item, as the latest of all. */
    void count(int at, int item, int now) {
        Table table = headers.table(at);
        int visits = headers.visits(at) + 1;
        if (visits == table.unit.length) {
            scaleDown(at, table.unit[visits - 1]);
            visits = 1;
        }
        int unit = table.unit[Math.min(visits, table.unit.length - 1)];
        int block = headers.block(at);
        int length = headers.length(at);
        int place = 0;
        while (place < length && Entry.item(entries[block + place]) != item) {
            place++;
        }
        int fastTotal = headers.fastTotal(at) + unit;
        if (place < length) {
            long entry = entries[block + place];
            int fast = Math.min(Entry.MOST, Entry.fast(entry) + unit);
            entries[block + place] = Entry.counted(entry, Entry.slow(entry) + 1, fast);
        } else {
            block = roomForOneMore(at, table, now);
            place = headers.length(at) - 1;
            fastTotal -= Entry.fast(entries[block + place]);
            entries[block + place] = Entry.of(item, 1, unit);
        }
        headers.place(at, block, visits);
        headers.total(at, headers.total(at) + 1);
        headers.shape(at, headers.length(at), headers.sizeClass(at), Math.max(unit, fastTotal));
        bringForward(block, place, unit);
        if (Entry.slow(entries[block]) >= Entry.MOST - 1 || headers.total(at) >= MOST_TOTAL) {
            halve(at);
        }
    }

    private void bringForward(int block, int from, int unit) {
        int place = from;
        long moved = entries[block + place];
        int weight = Entry.weight(moved, unit);
        while (place > 0 && Entry.weight(entries[block + place - 1], unit) <= weight) {
            entries[block + place] = entries[block + place - 1];
            place--;
        }
        entries[block + place] = moved;
    }

    /** Makes the list one longer; if it cannot be, its last place is given up. The block, which may be another one. */
    private int roomForOneMore(int at, Table table, int now) {
        int block = headers.block(at);
        int length = headers.length(at);
        int size = headers.sizeClass(at);
        if (length == 1 << size && length < table.longest) {
            int grown = blocks.take(size + 1, at, now);
            if (grown >= 0) {
                System.arraycopy(entries, block, entries, grown, length);
                blocks.give(block, size);
                block = grown;
                size++;
            }
        }
        if (length < 1 << size) {
            headers.shape(at, length + 1, size, headers.fastTotal(at));
        }
        return block;
    }

    /** Brings fast counts back to where a visit adds {@link Entry#UNIT}. */
    private void scaleDown(int at, int unit) {
        int sum = 0;
        for (int i = headers.block(at), end = i + headers.length(at); i < end; i++) {
            int fast = Entry.fast(entries[i]) * Entry.UNIT / unit;
            sum += fast;
            entries[i] = Entry.counted(entries[i], Entry.slow(entries[i]), fast);
        }
        headers.shape(at, headers.length(at), headers.sizeClass(at), sum);
    }

    private void halve(int at) {
        int total = 0;
        for (int i = headers.block(at), end = i + headers.length(at); i < end; i++) {
            int slow = Math.max(1, Entry.slow(entries[i]) / 2);
            total += slow;
            entries[i] = Entry.counted(entries[i], slow, Entry.fast(entries[i]));
        }
        headers.total(at, total);
    }

    /** Takes counts of an item back. */
    void uncount(int at, int item, int times) {
        int block = headers.block(at);
        for (int i = block, end = block + headers.length(at); i < end; i++) {
            long entry = entries[i];
            if (Entry.item(entry) == item) {
                int left = Math.max(0, Entry.slow(entry) - times);
                headers.total(at, headers.total(at) - (Entry.slow(entry) - left));
                if (left == 0) {
                    remove(at, i);
                } else {
                    entries[i] = Entry.counted(entry, left, Entry.fast(entry));
                }
                return;
            }
        }
    }

    private void remove(int at, int place) {
        int last = headers.block(at) + headers.length(at) - 1;
        int fast = headers.fastTotal(at) - Entry.fast(entries[place]);
        System.arraycopy(entries, place + 1, entries, place, last - place);
        entries[last] = 0;
        headers.shape(at, headers.length(at) - 1, headers.sizeClass(at), fast);
    }

    /** Removes the entries of these items; how many are left. */
    int filter(int at, BitSet items) {
        int block = headers.block(at);
        int kept = 0;
        int fast = 0;
        int total = headers.total(at);
        for (int i = block, end = block + headers.length(at); i < end; i++) {
            long entry = entries[i];
            entries[i] = 0;
            if (items.get(Entry.item(entry))) {
                total -= Entry.slow(entry);
            } else {
                entries[block + kept++] = entry;
                fast += Entry.fast(entry);
            }
        }
        headers.total(at, total);
        headers.shape(at, kept, headers.sizeClass(at), fast);
        return kept;
    }
}
