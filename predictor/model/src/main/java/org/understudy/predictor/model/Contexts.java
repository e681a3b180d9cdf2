package org.understudy.predictor.model;

import java.util.Arrays;

/** Which contexts speak in a situation, and which count what came of it. */
final class Contexts {
    static final int ABSENT = -1;
    private static final int NEAR = 4;
    /** Of how many circumstances, those that changed last, each counts for itself. */
    private static final int WHILES = 3;
    /** Who is known for longer than this many needs has more contexts of their own: of few needs, they say nothing. */
    private static final int SETTLED = 20;

    private final ContextStore store;
    private final Circumstances circumstances;
    /** For each evidence the context that speaks, or {@link #ABSENT}. */
    final int[] found = new int[Evidence.COUNT];

    Contexts(ContextStore store, Circumstances circumstances) {
        this.store = store;
        this.circumstances = circumstances;
    }

    void find(Situation s) {
        Arrays.fill(found, ABSENT);
        int[] h = s.past;
        found[Evidence.ALL_ORDER_0.ordinal()] = store.find(Table.ALL_0, -1, 0, 0);
        if (s.slot != UserTable.NONE) {
            found[Evidence.USER_ORDER_0.ordinal()] = store.find(Table.USER_0, s.slot, 0, 0);
        }
        findTime(s);
        findCircumstances(s, h[0]);
        if (h[0] == 0) {
            return;
        }
        findAlone(s, h);
        findInARow(s, h);
        boolean settled = s.events > SETTLED;
        for (int back = 0; back < NEAR; back++) {
            if (h[back] != 0 && !repeated(h, back)) {
                found[Evidence.NEAR_1.ordinal() + back] = store.find(Table.NEAR, -1, h[back], 0);
                if (settled) {
                    found[Evidence.USER_NEAR_1.ordinal() + back] = store.find(Table.USER_NEAR, s.slot, h[back], 0);
                }
            }
        }
    }

    /** Of a user who is known for long the own time of day speaks, of others that of all. */
    private void findTime(Situation s) {
        if (s.partOfDay == TimeOfDay.NONE) {
            return;
        }
        if (s.events > SETTLED) {
            found[Evidence.USER_HOUR.ordinal()] = store.find(Table.USER_HOUR, s.slot, s.partOfDay, 0);
        }
        if (found[Evidence.USER_HOUR.ordinal()] == ABSENT) {
            found[Evidence.HOUR.ordinal()] = store.find(Table.HOUR, -1, s.partOfDay, 0);
        }
    }

    private void findCircumstances(Situation s, int last) {
        int names = circumstances.size();
        for (int i = 0; i < names && i < WHILES; i++) {
            found[Evidence.WHILE_1.ordinal() + i] = store.find(Table.WHILE, -1, last, circumstances.key(i));
        }
        if (names > 0 && s.events > SETTLED) {
            found[Evidence.USER_WHILE.ordinal()] = store.find(Table.USER_WHILE, s.slot, last, circumstances.key(0));
        }
        if (names > 1) {
            found[Evidence.WHILE_ALL.ordinal()] = store.find(Table.WHILE, -1, last, circumstances.keyOfAll());
        }
    }

    private void findAlone(Situation s, int[] h) {
        found[Evidence.USER_ORDER_1.ordinal()] = store.find(Table.USER_1, s.slot, h[0], 0);
        found[Evidence.ALL_ORDER_1.ordinal()] = store.find(Table.ALL_1, -1, h[0], 0);
        if (s.pause > 0) {
            found[Evidence.USER_GAP.ordinal()] = store.find(Table.USER_GAP, s.slot, h[0] | s.pause << 16, 0);
        }
        if (h[1] != 0) {
            found[Evidence.USER_SKIP.ordinal()] = store.find(Table.USER_SKIP, s.slot, h[1], 0);
        }
    }

    private void findInARow(Situation s, int[] h) {
        if (h[1] == 0) {
            return;
        }
        int two = h[0] | h[1] << 16;
        found[Evidence.ALL_ORDER_2.ordinal()] = store.find(Table.ALL_2, -1, two, 0);
        found[Evidence.USER_ORDER_2.ordinal()] = store.find(Table.USER_2, s.slot, two, 0);
        if (h[2] != 0 && found[Evidence.USER_ORDER_2.ordinal()] != ABSENT) {
            found[Evidence.USER_ORDER_3.ordinal()] = store.find(Table.USER_3, s.slot, two, h[2]);
        }
        if (h[2] != 0 && h[3] != 0 && found[Evidence.ALL_ORDER_2.ordinal()] != ABSENT) {
            found[Evidence.ALL_ORDER_4.ordinal()] = store.find(Table.ALL_4, -1, two, h[2] | h[3] << 16);
        }
    }

    /** How much of the past was met before: the longest row of the user, and of anyone. */
    int matched() {
        return matchedByUser() * 4 + matchedByAll();
    }

    private int matchedByUser() {
        return found[Evidence.USER_ORDER_3.ordinal()] >= 0
                ? 3
                : found[Evidence.USER_ORDER_2.ordinal()] >= 0 ? 2 : found[Evidence.USER_ORDER_1.ordinal()] >= 0 ? 1 : 0;
    }

    private int matchedByAll() {
        return found[Evidence.ALL_ORDER_4.ordinal()] >= 0
                ? 3
                : found[Evidence.ALL_ORDER_2.ordinal()] >= 0 ? 2 : found[Evidence.ALL_ORDER_1.ordinal()] >= 0 ? 1 : 0;
    }

    /** Counts what was needed in this situation; longer rows only where the shorter one was met before. */
    void count(Situation s, int item, int owner, int now) {
        int[] h = s.past;
        store.count(Table.ALL_0, -1, 0, 0, item, owner, now);
        store.count(Table.USER_0, s.slot, 0, 0, item, owner, now);
        countTime(s, item, owner, now);
        countCircumstances(s, h[0], item, owner, now);
        if (h[0] == 0) {
            return;
        }
        store.count(Table.USER_1, s.slot, h[0], 0, item, owner, now);
        store.count(Table.ALL_1, -1, h[0], 0, item, owner, now);
        if (s.pause > 0) {
            store.count(Table.USER_GAP, s.slot, h[0] | s.pause << 16, 0, item, owner, now);
        }
        countInARow(s, h, item, owner, now);
        boolean settled = s.events > SETTLED;
        for (int back = 0; back < Situation.DEPTH; back++) {
            if (h[back] != 0 && !repeated(h, back)) {
                store.count(Table.NEAR, -1, h[back], 0, item, owner, now);
                if (settled && back < NEAR) {
                    store.count(Table.USER_NEAR, s.slot, h[back], 0, item, owner, now);
                }
            }
        }
    }

    private void countTime(Situation s, int item, int owner, int now) {
        if (s.partOfDay != TimeOfDay.NONE) {
            store.count(Table.HOUR, -1, s.partOfDay, 0, item, owner, now);
            if (s.events > SETTLED) {
                store.count(Table.USER_HOUR, s.slot, s.partOfDay, 0, item, owner, now);
            }
        }
    }

    private void countCircumstances(Situation s, int last, int item, int owner, int now) {
        int names = circumstances.size();
        for (int i = 0; i < names && i < WHILES; i++) {
            store.count(Table.WHILE, -1, last, circumstances.key(i), item, owner, now);
        }
        if (names > 0 && s.events > SETTLED) {
            store.count(Table.USER_WHILE, s.slot, last, circumstances.key(0), item, owner, now);
        }
        if (names > 1) {
            store.count(Table.WHILE, -1, last, circumstances.keyOfAll(), item, owner, now);
        }
    }

    private void countInARow(Situation s, int[] h, int item, int owner, int now) {
        if (h[1] == 0) {
            return;
        }
        store.count(Table.USER_SKIP, s.slot, h[1], 0, item, owner, now);
        int two = h[0] | h[1] << 16;
        boolean long4 = h[2] != 0 && h[3] != 0 && found[Evidence.ALL_ORDER_2.ordinal()] != ABSENT;
        boolean long3 = h[2] != 0 && found[Evidence.USER_ORDER_2.ordinal()] != ABSENT;
        if (found[Evidence.ALL_ORDER_1.ordinal()] != ABSENT) {
            store.count(Table.ALL_2, -1, two, 0, item, owner, now);
        }
        if (found[Evidence.USER_ORDER_1.ordinal()] != ABSENT) {
            store.count(Table.USER_2, s.slot, two, 0, item, owner, now);
        }
        if (long3) {
            store.count(Table.USER_3, s.slot, two, h[2], item, owner, now);
        }
        if (long4) {
            store.count(Table.ALL_4, -1, two, h[2] | h[3] << 16, item, owner, now);
        }
    }

    private static boolean repeated(int[] h, int back) {
        for (int i = 0; i < back; i++) {
            if (h[i] == h[back]) {
                return true;
            }
        }
        return false;
    }
}
