package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/** Who of the users has weights of their own: those who are known long enough, as far as there is room. */
final class PersonalWeights {
    static final int NONE = -1;
    private static final int LONG_ENOUGH = 16;

    private final short[] ofSlot;
    private final int[] slot;
    private final int[] met;
    /** For each the weights of evidence, then those of the places of recent needs. */
    final Weights evidence;

    final Weights ranks;

    PersonalWeights(int users, int places) {
        ofSlot = new short[users];
        slot = new int[places];
        met = new int[places];
        Arrays.fill(slot, -1);
        evidence = new Weights(places * Evidence.COUNT, 0.01f, 0, Weights.CALM);
        ranks = new Weights(places * UserTable.RECENT, 0.05f, 0, Weights.CALM);
    }

    int of(int user) {
        return user == UserTable.NONE ? NONE : ofSlot[user] - 1;
    }

    /** Notes a need, upon which a user may get weights; from the one not met for longest. */
    void meet(int user, int events, int now) {
        int place = of(user);
        if (place == NONE && events >= LONG_ENOUGH) {
            place = oldest();
            if (slot[place] >= 0) {
                ofSlot[slot[place]] = 0;
                clear(place);
            }
            slot[place] = user;
            ofSlot[user] = (short) (place + 1);
        }
        if (place != NONE) {
            met[place] = now;
        }
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 0; i < slot.length; i++) {
            if (slot[i] < 0) {
                return i;
            }
            if (met[i] - met[oldest] < 0) {
                oldest = i;
            }
        }
        return oldest;
    }

    private void clear(int place) {
        slot[place] = -1;
        evidence.reset(place * Evidence.COUNT, (place + 1) * Evidence.COUNT);
        ranks.reset(place * UserTable.RECENT, (place + 1) * UserTable.RECENT);
    }

    void remove(BitSet slots) {
        for (int user = slots.nextSetBit(0); user >= 0; user = slots.nextSetBit(user + 1)) {
            int place = of(user);
            if (place != NONE) {
                clear(place);
                ofSlot[user] = 0;
            }
        }
    }

    void walk(State state) {
        state.shorts(ofSlot);
        state.ints(slot);
        state.ints(met);
        evidence.walk(state);
        ranks.walk(state);
    }
}
