package org.understudy.predictor.model;

import java.util.BitSet;

/**
 * All contexts: a hash table in buckets of four, of headers with exact keys; each has a list of entries in a {@link
 * BlockPool}. Where a bucket or the pool is full, the context goes that counted least and was not met for longest.
 */
final class ContextStore implements EntryLists.Blocks {
    /** No context. */
    static final int NONE = -1;

    private static final int WAYS = 4;
    private static final int PATIENCE = 24;
    private static final int CHOICE = 8;
    private static final int EVERYBODY = -1;

    private final Headers headers;
    private final BlockPool pool;
    private final EntryLists lists;
    /** The entries of all lists. */
    final long[] entries;

    private final int buckets;
    private int hand;

    ContextStore(int contexts, int places) {
        buckets = Math.max(1, contexts / WAYS);
        headers = new Headers(buckets * WAYS);
        pool = new BlockPool(places);
        entries = pool.entries;
        lists = new EntryLists(headers, this, entries);
    }

    /** The context with this key, or {@link #NONE}. */
    int find(Table table, int slot, int items, int more) {
        int kind = Headers.kind(table, slot);
        int at = bucket(kind, items, more);
        for (int end = at + WAYS * Headers.FIELDS; at < end; at += Headers.FIELDS) {
            if (headers.is(at, kind, items, more)) {
                return at;
            }
        }
        return NONE;
    }

    /** Counts an item in the context with this key, which is made where there is none. */
    void count(Table table, int slot, int items, int more, int item, int owner, int now) {
        int at = find(table, slot, items, more);
        if (at == NONE) {
            make(Headers.kind(table, slot), items, more, item, owner, now);
        } else {
            headers.met(at, owner, now);
            lists.count(at, item, now);
        }
    }

    int total(int context) {
        return headers.total(context);
    }

    /** Where the context's list begins in {@link #entries}. */
    int block(int context) {
        return headers.block(context);
    }

    int length(int context) {
        return headers.length(context);
    }

    int fastTotal(int context) {
        return headers.fastTotal(context);
    }

    private void make(int kind, int items, int more, int item, int owner, int now) {
        int block = take(0, NONE, now);
        if (block < 0) {
            return;
        }
        int at = worst(bucket(kind, items, more), now);
        drop(at);
        headers.begin(at, kind, items, more, owner);
        headers.met(at, owner, now);
        lists.begin(at, block, item);
    }

    /** The place of a bucket that is free, or whose context is worth least. */
    private int worst(int bucket, int now) {
        int worst = bucket;
        for (int at = bucket; at < bucket + WAYS * Headers.FIELDS; at += Headers.FIELDS) {
            if (!headers.isUsed(at)) {
                return at;
            }
            if (headers.worth(at, now) < headers.worth(worst, now)) {
                worst = at;
            }
        }
        return worst;
    }

    @Override
    public int take(int sizeClass, int context, int now) {
        int block = pool.take(sizeClass);
        for (int tries = 0; block < 0 && tries < PATIENCE; tries++) {
            int worst = NONE;
            for (int i = 0; i < CHOICE; i++) {
                hand = hand + Headers.FIELDS == headers.end() ? 0 : hand + Headers.FIELDS;
                if (headers.isUsed(hand)
                        && hand != context
                        && (worst == NONE || headers.worth(hand, now) < headers.worth(worst, now))) {
                    worst = hand;
                }
            }
            if (worst != NONE) {
                drop(worst);
                block = pool.take(sizeClass);
            }
        }
        return block;
    }

    @Override
    public void give(int block, int sizeClass) {
        pool.give(block, sizeClass);
    }

    private void drop(int at) {
        if (headers.isUsed(at)) {
            pool.give(headers.block(at), headers.sizeClass(at));
            headers.clear(at);
        }
    }

    private int bucket(int kind, int items, int more) {
        int hash = kind * 0x9E3779B1 ^ Integer.rotateLeft(items * 0x85EBCA77, 13) ^ more * 0xC2B2AE3D;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 13) * 0x297A2D39;
        hash ^= hash >>> 16;
        return (int) ((hash & 0xffffffffL) * buckets >>> 32) * WAYS * Headers.FIELDS;
    }

    /** Takes back, from what is counted for all, what a user's own contexts know the user to have added. */
    void takeBack(int slot, ItemDictionary dictionary) {
        for (int at = 0; at < headers.end(); at += Headers.FIELDS) {
            if (headers.isUsed(at) && headers.slot(at) == slot) {
                takeBack(at, headers.table(at), dictionary);
            }
        }
    }

    private void takeBack(int own, Table table, ItemDictionary dictionary) {
        int shared = table.shared() == null
                ? NONE
                : find(table.shared(), EVERYBODY, headers.items(own), headers.moreItems(own));
        for (int i = block(own), end = i + length(own); i < end; i++) {
            int item = Entry.item(entries[i]);
            int times = Entry.slow(entries[i]);
            if (table == Table.USER_0) {
                dictionary.uncount(item, times);
            }
            if (shared != NONE) {
                lists.uncount(shared, item, times);
            }
        }
    }

    /** Removes the contexts that only this user ever met, and those in which nothing is left. */
    void dropOwned(int owner) {
        for (int at = 0; at < headers.end(); at += Headers.FIELDS) {
            if (headers.isUsed(at) && (headers.isOwnedBy(at, owner) || headers.length(at) == 0)) {
                drop(at);
            }
        }
    }

    /** Removes the contexts of these users and the contexts and entries of these items: what is swept left no trace. */
    void sweep(BitSet items, BitSet slots) {
        for (int at = 0; at < headers.end(); at += Headers.FIELDS) {
            if (headers.isUsed(at)) {
                int slot = headers.slot(at);
                boolean goes = slot >= 0 && slots.get(slot) || headers.keyHas(at, items);
                if (goes || !items.isEmpty() && lists.filter(at, items) == 0) {
                    drop(at);
                }
            }
        }
    }

    void walk(State state) {
        headers.walk(state);
        pool.walk(state);
        hand = state.number(hand);
    }
}
