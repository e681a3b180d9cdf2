package org.understudy.predictor.model;

import java.util.BitSet;

/** What is known of a user just before something is needed. One object, filled anew for each event. */
final class Situation {
    /** How many needs back are looked at. */
    static final int DEPTH = 6;

    private final TimeOfDay day;

    long user;
    int slot;
    long time;
    int events;
    /** The length of the pause since the last need, 0 where times mean nothing. */
    int pause;
    /** The part of the day, or {@link TimeOfDay#NONE} where times mean nothing. */
    int partOfDay;

    int ranks;
    int surprises;
    final int[] past = new int[DEPTH];

    Situation(TimeOfDay day) {
        this.day = day;
    }

    void look(long asked, long now, UserTable users, TimeScale scale) {
        user = asked;
        time = now;
        slot = users.find(asked);
        boolean known = slot != UserTable.NONE;
        events = known ? users.events(slot) : 0;
        pause = known && scale.seconds() ? 1 + TimeScale.pause(users.lastTime(slot), now) : 0;
        partOfDay = scale.seconds() ? day.part(now) : TimeOfDay.NONE;
        ranks = known ? users.ranks(slot) : 0;
        surprises = known ? users.surprises(slot) : 0;
        for (int i = 0; i < DEPTH; i++) {
            past[i] = known ? users.past(slot, i) : ItemDictionary.NONE;
        }
    }

    /** Forgets items that are known no more. */
    void sweep(BitSet gone) {
        for (int i = 0; i < DEPTH; i++) {
            if (gone.get(past[i])) {
                past[i] = ItemDictionary.NONE;
            }
        }
    }

    /** The last need, or none. */
    int last() {
        return past[0];
    }

    /** The place, among the different recent ones, of the need that was {@code back} needs ago. */
    int rank(int back) {
        return ranks >>> back * 8 & 0xff;
    }

    /** How long the user is known, on a scale of powers of two up to 7. */
    int experience() {
        return Math.min(7, 32 - Integer.numberOfLeadingZeros(events));
    }
}
