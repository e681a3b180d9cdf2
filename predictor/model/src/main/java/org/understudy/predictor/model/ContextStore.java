package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All contexts: a hash table in buckets of four, of headers with exact keys; each has a list of entries in a {@link
 * BlockPool}. Where a bucket or the pool is full, the context goes that counted least and was not met for longest.
 */
final class ContextStore {
    private static final int WAYS = 4;
    private static final int FIELDS = 8;
    // the fields of a header
    private static final int KIND = 0; // table + 1, and the user's slot + 1 above
    private static final int ITEMS = 1;
    private static final int MORE_ITEMS = 2;
    private static final int TOTAL = 3;
    private static final int BLOCK = 4; // in 22 bits; above, the visits since the fast counts were scaled down
    private static final int SHAPE = 5; // length in 10 bits, size class in 4, sum of fast counts in 18
    private static final int MET = 6;
    private static final int OWNER = 7; // the one user who met it, or 0 if there are several

    private static final Table[] TABLES = Table.values();
    private static final int PATIENCE = 24;
    private static final int BLOCK_BITS = 22;
    private static final int MOST_FAST = (1 << 18) - 1;

    private final int[] headers;
    private final BlockPool pool;
    final long[] entries;
    private final int buckets;
    private int hand;

    ContextStore(int contexts, int entries) {
        buckets = Math.max(1, contexts / WAYS);
        headers = new int[buckets * WAYS * FIELDS];
        pool = new BlockPool(entries);
        this.entries = pool.entries;
    }

    /** The context with this key, or -1. */
    int find(Table table, int slot, int items, int more) {
        int kind = kind(table, slot);
        int at = bucket(kind, items, more);
        for (int i = 0; i < WAYS; i++, at += FIELDS) {
            if (headers[at] == kind && headers[at + ITEMS] == items && headers[at + MORE_ITEMS] == more) {
                return at;
            }
        }
        return -1;
    }

    /** Counts an item in the context with this key, which is made where there is none. */
    void count(Table table, int slot, int items, int more, int item, int owner, int now) {
        int at = find(table, slot, items, more);
        if (at < 0) {
            at = make(table, slot, items, more, item, owner, now);
            return;
        }
        if (headers[at + OWNER] != owner) {
            headers[at + OWNER] = 0;
        }
        headers[at + MET] = now;
        count(at, item, table);
    }

    int total(int context) {
        return headers[context + TOTAL];
    }

    int block(int context) {
        return headers[context + BLOCK] & (1 << BLOCK_BITS) - 1;
    }

    private int visits(int context) {
        return headers[context + BLOCK] >>> BLOCK_BITS;
    }

    int length(int context) {
        return headers[context + SHAPE] & 0x3ff;
    }

    int fastTotal(int context) {
        return headers[context + SHAPE] >>> 14;
    }

    private int sizeClass(int context) {
        return headers[context + SHAPE] >>> 10 & 0xf;
    }

    private void shape(int context, int length, int sizeClass, int fast) {
        headers[context + SHAPE] = length | sizeClass << 10 | fast << 14;
    }

    private int make(Table table, int slot, int items, int more, int item, int owner, int now) {
        int kind = kind(table, slot);
        int block = takeBlock(0, -1, now);
        if (block < 0) {
            return -1;
        }
        int at = bucket(kind, items, more);
        int worst = at;
        for (int i = 0; i < WAYS; i++, at += FIELDS) {
            if (headers[at] == 0) {
                worst = at;
                break;
            }
            if (worth(at, now) < worth(worst, now)) {
                worst = at;
            }
        }
        drop(worst);
        headers[worst + KIND] = kind;
        headers[worst + ITEMS] = items;
        headers[worst + MORE_ITEMS] = more;
        headers[worst + TOTAL] = 1;
        headers[worst + BLOCK] = block;
        headers[worst + MET] = now;
        headers[worst + OWNER] = owner;
        shape(worst, 1, 0, Entry.UNIT);
        entries[block] = Entry.of(item, 1, Entry.UNIT);
        return worst;
    }

    /** Counts the item, as the latest of all, and keeps the list sorted by weight. */
    private void count(int at, int item, Table table) {
        int visits = visits(at) + 1;
        if (visits == table.unit.length) {
            scaleDown(at, table.unit[visits - 1]);
            visits = 1;
        }
        int unit = table.unit[Math.min(visits, table.unit.length - 1)];
        int block = block(at);
        int length = length(at);
        int place = 0;
        while (place < length && Entry.item(entries[block + place]) != item) {
            place++;
        }
        headers[at + TOTAL]++;
        int fastSum = fastTotal(at) + unit;
        if (place < length) {
            long entry = entries[block + place];
            int fast = Math.min(Entry.MOST, Entry.fast(entry) + unit);
            entries[block + place] = Entry.counted(entry, Entry.slow(entry) + 1, fast);
        } else {
            block = roomForOneMore(at, table);
            place = length(at) - 1;
            fastSum -= Entry.fast(entries[block + place]);
            entries[block + place] = Entry.of(item, 1, unit);
        }
        headers[at + BLOCK] = block | visits << BLOCK_BITS;
        shape(at, length(at), sizeClass(at), Math.max(unit, Math.min(fastSum, MOST_FAST)));
        bringForward(block, place, unit);
        if (Entry.slow(entries[block]) >= Entry.MOST - 1) {
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
    private int roomForOneMore(int at, Table table) {
        int block = block(at);
        int length = length(at);
        int size = sizeClass(at);
        if (length == 1 << size && length < table.longest) {
            int grown = grow(at, block, length, size);
            if (grown >= 0) {
                block = grown;
                size++;
            }
        }
        if (length < 1 << size) {
            shape(at, length + 1, size, fastTotal(at));
        }
        return block;
    }

    /** Brings fast counts back to where a visit adds {@link Entry#UNIT}. */
    private void scaleDown(int at, int unit) {
        int sum = 0;
        for (int i = block(at), end = i + length(at); i < end; i++) {
            int fast = Entry.fast(entries[i]) * Entry.UNIT / unit;
            sum += fast;
            entries[i] = Entry.counted(entries[i], Entry.slow(entries[i]), fast);
        }
        shape(at, length(at), sizeClass(at), sum);
    }

    private int grow(int at, int block, int length, int size) {
        int grown = takeBlock(size + 1, at, headers[at + MET]);
        if (grown >= 0) {
            System.arraycopy(entries, block, entries, grown, length);
            pool.give(block, size);
        }
        return grown;
    }

    private void halve(int at) {
        int total = 0;
        for (int i = block(at), end = i + length(at); i < end; i++) {
            int slow = Math.max(1, Entry.slow(entries[i]) / 2);
            total += slow;
            entries[i] = Entry.counted(entries[i], slow, Entry.fast(entries[i]));
        }
        headers[at + TOTAL] = total;
    }

    /** A block, for which others may have to go; -1 if even so there is none. */
    private int takeBlock(int size, int except, int now) {
        int block = pool.take(size);
        for (int tries = 0; block < 0 && tries < PATIENCE; tries++) {
            int worst = -1;
            for (int i = 0; i < 8; i++) {
                hand = hand + FIELDS == headers.length ? 0 : hand + FIELDS;
                if (headers[hand] != 0 && hand != except && (worst < 0 || worth(hand, now) < worth(worst, now))) {
                    worst = hand;
                }
            }
            if (worst >= 0) {
                drop(worst);
                block = pool.take(size);
            }
        }
        return block;
    }

    private int worth(int at, int now) {
        int total = headers[at + TOTAL];
        int log = 31 - Integer.numberOfLeadingZeros(total);
        int eighths = (total << 3 >>> log) - 8;
        return log * 32 + eighths * 4 - (now - headers[at + MET] >>> 8);
    }

    private void drop(int at) {
        if (headers[at] != 0) {
            pool.give(block(at), sizeClass(at));
            Arrays.fill(headers, at, at + FIELDS, 0);
        }
    }

    private static int kind(Table table, int slot) {
        return table.ordinal() + 1 | slot + 1 << 5;
    }

    private int bucket(int kind, int items, int more) {
        int hash = kind * 0x9E3779B1 ^ Integer.rotateLeft(items * 0x85EBCA77, 13) ^ more * 0xC2B2AE3D;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 13) * 0x297A2D39;
        hash ^= hash >>> 16;
        return (int) ((hash & 0xffffffffL) * buckets >>> 32) * WAYS * FIELDS;
    }

    /** Takes back, from what is counted for all, what a user's own contexts know the user to have added. */
    void takeBack(int slot, ItemDictionary dictionary) {
        for (int at = 0; at < headers.length; at += FIELDS) {
            if (headers[at] != 0 && (headers[at] >>> 5) - 1 == slot) {
                Table table = TABLES[(headers[at] & 31) - 1];
                int shared = table.shared() == null
                        ? -1
                        : find(table.shared(), -1, headers[at + ITEMS], headers[at + MORE_ITEMS]);
                for (int i = block(at), end = i + length(at); i < end; i++) {
                    if (table == Table.USER_0) {
                        dictionary.uncount(Entry.item(entries[i]), Entry.slow(entries[i]));
                    }
                    if (shared >= 0) {
                        uncount(shared, Entry.item(entries[i]), Entry.slow(entries[i]));
                    }
                }
            }
        }
    }

    private void uncount(int at, int item, int times) {
        int block = block(at);
        for (int i = 0; i < length(at); i++) {
            long entry = entries[block + i];
            if (Entry.item(entry) == item) {
                int left = Math.max(0, Entry.slow(entry) - times);
                headers[at + TOTAL] = Math.max(1, headers[at + TOTAL] - (Entry.slow(entry) - left));
                if (left == 0) {
                    remove(at, i);
                } else {
                    entries[block + i] = Entry.counted(entry, left, Entry.fast(entry));
                }
                return;
            }
        }
    }

    private void remove(int at, int place) {
        int block = block(at);
        int length = length(at) - 1;
        int fast = Math.max(0, fastTotal(at) - Entry.fast(entries[block + place]));
        System.arraycopy(entries, block + place + 1, entries, block + place, length - place);
        entries[block + length] = 0;
        shape(at, length, sizeClass(at), fast);
    }

    /** Removes the contexts that only this user ever met. */
    void dropOwned(int owner) {
        for (int at = 0; at < headers.length; at += FIELDS) {
            if (headers[at] != 0 && (headers[at + OWNER] == owner || length(at) == 0)) {
                drop(at);
            }
        }
    }

    /** Removes the contexts of these users and the contexts and entries of these items: what is swept left no trace. */
    void sweep(BitSet items, BitSet slots) {
        for (int at = 0; at < headers.length; at += FIELDS) {
            if (headers[at] != 0) {
                int slot = (headers[at] >>> 5) - 1;
                if (slot >= 0 && slots.get(slot) || keyHas(at, items)) {
                    drop(at);
                } else if (!items.isEmpty()) {
                    filter(at, items);
                }
            }
        }
    }

    private boolean keyHas(int at, BitSet items) {
        Table table = TABLES[(headers[at] & 31) - 1];
        int key = headers[at + ITEMS];
        int more = headers[at + MORE_ITEMS];
        return switch (table.order) {
            case 0 -> false;
            case 1 -> items.get(key & 0xffff);
            case 2 -> items.get(key & 0xffff) || items.get(key >>> 16);
            case 3 -> items.get(key & 0xffff) || items.get(key >>> 16) || items.get(more & 0xffff);
            default ->
                items.get(key & 0xffff) || items.get(key >>> 16) || items.get(more & 0xffff) || items.get(more >>> 16);
        };
    }

    private void filter(int at, BitSet items) {
        int block = block(at);
        int kept = 0;
        int fast = 0;
        for (int i = block, end = block + length(at); i < end; i++) {
            long entry = entries[i];
            if (items.get(Entry.item(entry))) {
                headers[at + TOTAL] -= Entry.slow(entry);
                entries[i] = 0;
            } else {
                entries[i] = 0;
                entries[block + kept++] = entry;
                fast += Entry.fast(entry);
            }
        }
        headers[at + TOTAL] = Math.max(1, headers[at + TOTAL]);
        if (kept == 0) {
            drop(at);
        } else {
            shape(at, kept, sizeClass(at), fast);
        }
    }

    void walk(State state) {
        state.ints(headers);
        pool.walk(state);
        hand = state.number(hand);
    }
}
