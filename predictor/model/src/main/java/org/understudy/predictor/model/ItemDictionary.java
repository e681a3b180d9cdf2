package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The items that are known, by numbers from 1: bounded in their number and in the bytes of their names. What makes room
 * is chosen in batches, so that one sweep through the tables lets many numbers be used anew without a stale count.
 */
final class ItemDictionary {
    /** No item: one never seen, or no longer known. */
    static final int NONE = 0;
    /** An item whose name is longer is never known. */
    static final int LONGEST_NAME = 1024;

    private static final int OVERHEAD = 40;
    private static final int BATCHES = 16;

    private final String[] names;
    private final int[] count;
    private final float[] recent;
    private final int[] met;
    private final int[] owner;
    private final short[] index;
    private final int nameBytes;
    private int usedBytes;
    private int items;
    private int next = 1;
    private long total;
    private float growth = 1;
    private float recentTotal;

    ItemDictionary(int capacity, int nameBytes) {
        if (capacity < BATCHES || capacity > 0xffff) {
            throw new IllegalArgumentException("capacity: " + capacity);
        }
        this.nameBytes = nameBytes;
        names = new String[capacity];
        count = new int[capacity];
        recent = new float[capacity];
        met = new int[capacity];
        owner = new int[capacity];
        index = new short[Integer.highestOneBit(capacity * 2 - 1) * 2];
    }

    /** The number of this item, or {@link #NONE}. */
    int find(String name) {
        for (int at = home(name); index[at] != 0; at = at + 1 & index.length - 1) {
            int item = index[at] & 0xffff;
            if (names[item].equals(name)) {
                return item;
            }
        }
        return NONE;
    }

    String name(int item) {
        return names[item];
    }

    int size() {
        return items;
    }

    /** Must {@link #crowd} be removed before this one can be added. */
    boolean isFullFor(String name) {
        return items + 1 >= names.length || usedBytes + cost(name) > nameBytes;
    }

    boolean takes(String name) {
        return name.length() <= LONGEST_NAME;
    }

    /** Makes a new item known; there must be room. */
    int add(String name, int user) {
        while (names[next] != null) {
            next = next + 1 == names.length ? 1 : next + 1;
        }
        int item = next;
        names[item] = name;
        owner[item] = user;
        items++;
        usedBytes += cost(name);
        insert(item);
        return item;
    }

    /** Counts a use. */
    void use(int item, int user, int now) {
        if (owner[item] != user) {
            owner[item] = 0;
        }
        count[item]++;
        total++;
        growth *= 1 / 0.999f;
        recent[item] += growth;
        recentTotal += growth;
        met[item] = now;
        if (growth > 1e9f) {
            for (int i = 0; i < recent.length; i++) {
                recent[i] /= growth;
            }
            recentTotal /= growth;
            growth = 1;
        }
    }

    int count(int item) {
        return count[item];
    }

    long total() {
        return total;
    }

    /** How long ago the item was used last. */
    int age(int item, int now) {
        return now - met[item];
    }

    float share(int item) {
        return count[item] * (1f / total);
    }

    /** The share among the last thousand uses or so. */
    float recentShare(int item) {
        return recent[item] * (1 / recentTotal);
    }

    /** Takes back what a user added. */
    void uncount(int item, int uses) {
        int less = Math.min(uses, count[item]);
        count[item] -= less;
        total -= less;
    }

    /** What was used least and longest ago. */
    BitSet crowd(int now) {
        return Cull.lowest(names.length, names.length / BATCHES, i -> names[i] == null ? -1 : worth(i, now));
    }

    private int worth(int item, int now) {
        int log = 31 - Integer.numberOfLeadingZeros(count[item] | 1);
        return Math.max(0, 512 + log * 32 - Math.min(512, now - met[item] >>> 10));
    }

    /** What only this user ever used. */
    BitSet ownedBy(int user) {
        BitSet found = new BitSet();
        for (int i = 1; i < names.length; i++) {
            if (names[i] != null && owner[i] == user) {
                found.set(i);
            }
        }
        return found;
    }

    /** Forgets these; their numbers will be used anew, so every table must forget them too. */
    void remove(BitSet gone) {
        for (int item = gone.nextSetBit(0); item >= 0; item = gone.nextSetBit(item + 1)) {
            usedBytes -= cost(names[item]);
            total -= count[item];
            recentTotal -= recent[item];
            names[item] = null;
            count[item] = 0;
            recent[item] = 0;
            met[item] = 0;
            owner[item] = 0;
            items--;
        }
        recentTotal = Math.max(recentTotal, 1e-3f);
        reindex();
    }

    private void reindex() {
        Arrays.fill(index, (short) 0);
        for (int i = 1; i < names.length; i++) {
            if (names[i] != null) {
                insert(i);
            }
        }
    }

    private void insert(int item) {
        int at = home(names[item]);
        while (index[at] != 0) {
            at = at + 1 & index.length - 1;
        }
        index[at] = (short) item;
    }

    private int home(String name) {
        int hash = name.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) & index.length - 1;
    }

    /** The bytes of a name on the heap, as today's JVMs hold it. */
    static int cost(String name) {
        int length = name.length();
        boolean wide = false;
        for (int i = 0; i < length && !wide; i++) {
            wide = name.charAt(i) > 0xff;
        }
        return OVERHEAD + (wide ? 2 * length : length) + 7 & ~7;
    }

    void walk(State state) {
        state.names(names);
        state.ints(count);
        state.floats(recent);
        state.ints(met);
        state.ints(owner);
        state.shorts(index);
        usedBytes = state.number(usedBytes);
        items = state.number(items);
        next = state.number(next);
        total = state.number(total);
        growth = Float.intBitsToFloat(state.number(Float.floatToRawIntBits(growth)));
        recentTotal = Float.intBitsToFloat(state.number(Float.floatToRawIntBits(recentTotal)));
    }
}
