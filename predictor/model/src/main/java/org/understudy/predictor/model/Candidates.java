package org.understudy.predictor.model;

import java.util.Arrays;

/**
 * The items that are worth a probability of their own in a situation, and what each evidence says of them: a hit for each
 * place of an item in a context, with the state of the counts there.
 */
final class Candidates {
    static final int MOST = 160;
    /** How many steps the number of counts in a context has. */
    static final int TOTALS = 8;
    /** How many steps a share has; the lowest is for none. */
    static final int SHARES = 9;

    static final int STATES = Evidence.COUNT * TOTALS * SHARES * SHARES;

    private static final int MOST_HITS = 1024;
    private static final int GRAIN = 512;
    private static final int GRAIN_MASK = 1023;
    private static final byte[] SHARE = shares();

    private final ContextStore store;
    private final int[] place;
    private int round;

    int size;
    final int[] item = new int[MOST];
    /** The place among the user's recent ones, or {@link UserTable#RECENT}. */
    final int[] rank = new int[MOST];

    int hits;
    final int[] from = new int[Evidence.COUNT + 1];
    /** For each evidence how often anything was counted in its context, and the step that this number is on. */
    final int[] count = new int[Evidence.COUNT];

    final int[] total = new int[Evidence.COUNT];
    final int[] candidate = new int[MOST_HITS];
    final int[] state = new int[MOST_HITS];
    /** Of the state, the two shares alone. */
    final int[] shares = new int[MOST_HITS];

    final int[] entry = new int[MOST_HITS];
    final float[] bias = new float[MOST_HITS];

    Candidates(ContextStore store, int items) {
        this.store = store;
        place = new int[items];
    }

    private static byte[] shares() {
        double[] limits = {0.006, 0.025, 0.07, 0.15, 0.3, 0.5, 0.8};
        byte[] step = new byte[GRAIN_MASK + 1];
        for (int i = 0; i <= GRAIN_MASK; i++) {
            int s = 1;
            for (double limit : limits) {
                s += (double) i / GRAIN > limit ? 1 : 0;
            }
            step[i] = (byte) s;
        }
        return step;
    }

    /** The middle of the shares of a step. */
    static double share(int step) {
        double[] middles = {0, 0.003, 0.013, 0.042, 0.1, 0.21, 0.39, 0.64, 0.93};
        return middles[step];
    }

    void gather(Situation s, int[] contexts, UserTable users) {
        round++;
        if (round >= 1 << 23) {
            Arrays.fill(place, 0);
            round = 1;
        }
        size = 0;
        hits = 0;
        for (int e = 0; e < Evidence.COUNT; e++) {
            from[e] = hits;
            if (contexts[e] >= 0) {
                gather(e, contexts[e]);
            }
        }
        from[Evidence.COUNT] = hits;
        if (s.slot != UserTable.NONE) {
            for (int r = 0; r < UserTable.RECENT && users.recent(s.slot, r) != 0; r++) {
                int at = of(users.recent(s.slot, r));
                if (at >= 0) {
                    rank[at] = r;
                }
            }
        }
    }

    private void gather(int evidence, int context) {
        int n = store.total(context);
        float scale = (float) GRAIN / n;
        float fastScale = (float) GRAIN / Math.max(1, store.fastTotal(context));
        count[evidence] = n;
        total[evidence] = totalStep(n);
        int base = (evidence * TOTALS + total[evidence]) * SHARES;
        int block = store.block(context);
        int end = block + Math.min(Evidence.ALL[evidence].table.scanned, store.length(context));
        end = Math.min(end, block + MOST_HITS - hits);
        long[] entries = store.entries;
        int hit = hits;
        for (int i = block; i < end; i++) {
            long found = entries[i];
            int at = of(Entry.item(found));
            if (at >= 0) {
                int slow = SHARE[(int) (Entry.slow(found) * scale) & GRAIN_MASK];
                int fast = Entry.fast(found);
                int both = slow * SHARES + (fast == 0 ? 0 : SHARE[(int) (fast * fastScale) & GRAIN_MASK]);
                candidate[hit] = at;
                shares[hit] = both;
                state[hit] = base * SHARES + both;
                bias[hit] = Entry.bias(found);
                entry[hit] = i;
                hit++;
            }
        }
        hits = hit;
    }

    private static int totalStep(int n) {
        int log = 31 - Integer.numberOfLeadingZeros(n);
        return log < 5 ? log : Math.min(7, 5 + (log - 5) / 2);
    }

    /** Where the item is among the candidates, taken in if it was not; -1 if there is no room. */
    private int of(int wanted) {
        int known = place[wanted];
        if (known >>> 8 == round) {
            return known & 0xff;
        }
        if (size == MOST) {
            return -1;
        }
        place[wanted] = round << 8 | size;
        item[size] = wanted;
        rank[size] = UserTable.RECENT;
        return size++;
    }

    long bytes() {
        return 4L * (place.length + 2 * MOST + 5 * MOST_HITS + from.length + total.length);
    }

    /** Where the item is among the candidates, or -1. */
    int indexOf(int wanted) {
        return wanted != ItemDictionary.NONE && place[wanted] >>> 8 == round ? place[wanted] & 0xff : -1;
    }
}
