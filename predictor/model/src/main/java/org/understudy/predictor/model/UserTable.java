package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is kept of each user beside their contexts: what they needed last, in two forms (the last few in a row; the
 * different ones, latest first), and when. Bounded: those who were not seen for longest go, in batches.
 */
final class UserTable {
    /** No user: one never seen, or no longer known. */
    static final int NONE = -1;
    /** How many of the last needs are kept in a row. */
    static final int HISTORY = 8;
    /** How many different ones are kept. */
    static final int RECENT = 32;

    private static final int BATCHES = 8;

    private final long[] key;
    private final int[] index;
    private final long[] lastTime;
    private final int[] events;
    private final int[] met;
    private final short[] history;
    private final short[] recent;
    private final int[] ranks;
    private final int[] novelty;
    private int users;
    private int next;

    UserTable(int capacity) {
        key = new long[capacity];
        index = new int[Integer.highestOneBit(capacity * 2 - 1) * 2];
        lastTime = new long[capacity];
        events = new int[capacity];
        met = new int[capacity];
        history = new short[capacity * HISTORY];
        recent = new short[capacity * RECENT];
        ranks = new int[capacity];
        novelty = new int[capacity];
    }

    int find(long user) {
        for (int at = home(user); index[at] != 0; at = at + 1 & index.length - 1) {
            int slot = index[at] - 1;
            if (key[slot] == user) {
                return slot;
            }
        }
        return NONE;
    }

    boolean isFull() {
        return users == key.length;
    }

    /** Gives a new user a slot; there must be room. */
    int add(long user) {
        while (events[next] != 0) {
            next = next + 1 == key.length ? 0 : next + 1;
        }
        int slot = next;
        next = next + 1 == key.length ? 0 : next + 1;
        key[slot] = user;
        events[slot] = 0;
        users++;
        insert(slot);
        return slot;
    }

    int capacity() {
        return key.length;
    }

    int events(int slot) {
        return events[slot];
    }

    long lastTime(int slot) {
        return lastTime[slot];
    }

    /** The item that the user needed {@code back} needs ago, 0 for the last one. */
    int past(int slot, int back) {
        return history[slot * HISTORY + back] & 0xffff;
    }

    /** The item at this place of the different ones, 0 for the last one. */
    int recent(int slot, int rank) {
        return recent[slot * RECENT + rank] & 0xffff;
    }

    /** At which places of {@link #recent} the last needs were, the last one lowest, a byte each. */
    int ranks(int slot) {
        return ranks[slot];
    }

    /** Of the last needs, which were novel and which no candidates: two bits each, the last one lowest. */
    int surprises(int slot) {
        return novelty[slot];
    }

    /** Adds what happened. */
    void push(int slot, int item, long time, int surprise, int now) {
        int base = slot * HISTORY;
        System.arraycopy(history, base, history, base + 1, HISTORY - 1);
        history[base] = (short) item;
        int rank = item == ItemDictionary.NONE ? RECENT : bringForward(slot, item);
        ranks[slot] = ranks[slot] << 8 | rank;
        novelty[slot] = novelty[slot] << 2 | surprise;
        lastTime[slot] = time;
        met[slot] = now;
        if (events[slot] < Integer.MAX_VALUE) {
            events[slot]++;
        }
    }

    private int bringForward(int slot, int item) {
        int base = slot * RECENT;
        int rank = 0;
        while (rank < RECENT && (recent[base + rank] & 0xffff) != item) {
            rank++;
        }
        System.arraycopy(recent, base, recent, base + 1, Math.min(rank, RECENT - 1));
        recent[base] = (short) item;
        return rank;
    }

    /** Those not seen for longest. */
    BitSet crowd(int now) {
        return Cull.lowest(key.length, Math.max(1, key.length / BATCHES), i -> {
            if (events[i] == 0) {
                return -1;
            }
            int log = 31 - Integer.numberOfLeadingZeros(events[i]);
            return Math.max(0, 900 + log * 4 - Math.min(900, now - met[i] >>> 9));
        });
    }

    void remove(BitSet slots) {
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            key[slot] = 0;
            lastTime[slot] = 0;
            events[slot] = 0;
            met[slot] = 0;
            ranks[slot] = 0;
            novelty[slot] = 0;
            Arrays.fill(history, slot * HISTORY, (slot + 1) * HISTORY, (short) 0);
            Arrays.fill(recent, slot * RECENT, (slot + 1) * RECENT, (short) 0);
            users--;
        }
        Arrays.fill(index, 0);
        for (int i = 0; i < key.length; i++) {
            if (events[i] != 0) {
                insert(i);
            }
        }
    }

    /** Forgets items everywhere; the places they leave are closed in what is recent, and empty in what was in a row. */
    void sweep(BitSet items) {
        for (int i = 0; i < history.length; i++) {
            if (items.get(history[i] & 0xffff)) {
                history[i] = 0;
            }
        }
        for (int slot = 0; slot < key.length; slot++) {
            int kept = slot * RECENT;
            for (int i = kept, end = i + RECENT; i < end; i++) {
                short item = recent[i];
                recent[i] = 0;
                if (item != 0 && !items.get(item & 0xffff)) {
                    recent[kept++] = item;
                }
            }
        }
    }

    private void insert(int slot) {
        int at = home(key[slot]);
        while (index[at] != 0) {
            at = at + 1 & index.length - 1;
        }
        index[at] = slot + 1;
    }

    private int home(long user) {
        long hash = user * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32) & index.length - 1;
    }

    void walk(State state) {
        state.longs(key);
        state.ints(index);
        state.longs(lastTime);
        state.ints(events);
        state.ints(met);
        state.shorts(history);
        state.shorts(recent);
        state.ints(ranks);
        state.ints(novelty);
        users = state.number(users);
        next = state.number(next);
    }
}
