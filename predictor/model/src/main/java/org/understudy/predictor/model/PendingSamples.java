package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Beliefs that wait until it is known what became of them: for each the user, the items and their features, and which of
 * the items were needed since. Bounded: where all places are taken, one whose user has not come for far longer than is
 * usual gives way (sessions end, and nothing tells), else none is added.
 */
final class PendingSamples {
    /** How many items a sample has at most. */
    static final int ITEMS = 128;

    private static final int NONE = -1;
    /** After how many usual intervals between two needs of a user nothing more is waited for. */
    private static final int PATIENCE = 16;
    /** The usual interval is kept in this part of a need. */
    private static final int GRAIN = 256;

    private static final int MEMORY = 64;

    private final int features;
    final int[] size;
    final short[] item;
    final short[] feature;
    private final long[] needed;
    private final int[] slot;
    private final int[] met;
    private final int[] events;
    private final int[] next;
    private final int[] first;
    private int hand;
    private long interval;

    PendingSamples(int places, int users, int features) {
        this.features = features;
        size = new int[places];
        item = new short[places * ITEMS];
        feature = new short[places * ITEMS * features];
        needed = new long[places * (ITEMS / 64)];
        slot = new int[places];
        met = new int[places];
        interval = 4L * GRAIN * places;
        events = new int[places];
        next = new int[places];
        first = new int[users];
        Arrays.fill(slot, NONE);
        Arrays.fill(first, NONE);
    }

    /** The user's first sample, the latest one, or -1. */
    int first(int user) {
        return user == UserTable.NONE ? NONE : first[user];
    }

    int next(int sample) {
        return next[sample];
    }

    /** How many needs of the user were noted for this sample. */
    int events(int sample) {
        return events[sample];
    }

    boolean wasNeeded(int sample, int index) {
        return (needed[sample * 2 + (index >> 6)] >>> index & 1) != 0;
    }

    /** A place for a new sample of this user, or -1 if there is none. */
    int open(int user, int now) {
        for (int i = 0; i < slot.length && i < 8; i++) {
            hand = hand + 1 == slot.length ? 0 : hand + 1;
            if (slot[hand] != NONE && (now - met[hand]) * (long) GRAIN > PATIENCE * (interval + GRAIN)) {
                close(hand);
            }
            if (slot[hand] == NONE) {
                slot[hand] = user;
                met[hand] = now;
                events[hand] = 0;
                needed[hand * 2] = 0;
                needed[hand * 2 + 1] = 0;
                size[hand] = 0;
                next[hand] = first[user];
                first[user] = hand;
                return hand;
            }
        }
        return NONE;
    }

    /** Notes a need of the sample's user. */
    void note(int sample, int what, int now) {
        events[sample]++;
        interval += ((now - met[sample]) * (long) GRAIN - interval) / MEMORY;
        met[sample] = now;
        if (what == ItemDictionary.NONE) {
            return;
        }
        int base = sample * ITEMS;
        for (int i = 0; i < size[sample]; i++) {
            if ((item[base + i] & 0xffff) == what) {
                needed[sample * 2 + (i >> 6)] |= 1L << i;
                return;
            }
        }
    }

    void close(int sample) {
        int user = slot[sample];
        if (first[user] == sample) {
            first[user] = next[sample];
        } else {
            int before = first[user];
            while (next[before] != sample) {
                before = next[before];
            }
            next[before] = next[sample];
        }
        slot[sample] = NONE;
        size[sample] = 0;
        Arrays.fill(item, sample * ITEMS, (sample + 1) * ITEMS, (short) 0);
    }

    /** Gives up the samples of these users. */
    void remove(BitSet slots) {
        for (int i = 0; i < slot.length; i++) {
            if (slot[i] != NONE && slots.get(slot[i])) {
                close(i);
            }
        }
    }

    /** Gives up the samples that hold one of these items: their numbers will mean others. */
    void sweep(BitSet items) {
        for (int i = 0; i < slot.length; i++) {
            boolean held = false;
            for (int j = i * ITEMS; slot[i] != NONE && j < i * ITEMS + size[i]; j++) {
                held |= items.get(item[j] & 0xffff);
            }
            if (held) {
                close(i);
            }
        }
    }

    void walk(State state) {
        state.ints(size);
        state.shorts(item);
        state.shorts(feature);
        state.longs(needed);
        state.ints(slot);
        state.ints(met);
        state.ints(events);
        state.ints(next);
        state.ints(first);
        hand = state.number(hand);
        interval = state.number(interval);
    }

    int featureAt(int sample, int index) {
        return (sample * ITEMS + index) * features;
    }
}
