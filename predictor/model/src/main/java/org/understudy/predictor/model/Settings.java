package org.understudy.predictor.model;

/**
 * How much memory the model may take, and how far it looks. The memory is split between the tables in fixed shares; about
 * half a megabyte of weights comes on top, which does not depend on it.
 *
 * @param budget bytes, from 64 KB to 64 MB
 * @param horizon within how many needs of a user "within" is meant, from 1 to 1000
 * @param utcOffsetMinutes what to add to UTC for the time of day that people live by, from -1080 to 1080
 */
public record Settings(int budget, int horizon, int utcOffsetMinutes) {
    private static final int LEAST = 1 << 16;
    private static final int MOST = 1 << 26;
    private static final int FARTHEST = 1000;
    private static final int WIDEST_OFFSET = 18 * 60;
    private static final int STANDARD_BUDGET = 11 << 20;
    private static final int STANDARD_HORIZON = 10;

    public Settings {
        if (budget < LEAST || budget > MOST) {
            throw new IllegalArgumentException(
                    "the budget must be from " + LEAST + " to " + MOST + " bytes, but is " + budget);
        }
        if (horizon < 1 || horizon > FARTHEST) {
            throw new IllegalArgumentException(
                    "the horizon must be from 1 to " + FARTHEST + " needs, but is " + horizon);
        }
        if (Math.abs(utcOffsetMinutes) > WIDEST_OFFSET) {
            throw new IllegalArgumentException("the offset from UTC must be from -" + WIDEST_OFFSET + " to "
                    + WIDEST_OFFSET + " minutes, but is " + utcOffsetMinutes);
        }
    }

    /** The same, with the time of day of UTC. */
    public Settings(int budget, int horizon) {
        this(budget, horizon, 0);
    }

    /** What the runtime uses. */
    public static Settings standard() {
        return new Settings(STANDARD_BUDGET, STANDARD_HORIZON);
    }

    /** The same with another horizon. */
    public Settings withHorizon(int needs) {
        return new Settings(budget, needs, utcOffsetMinutes);
    }

    /** How many contexts are kept: less than a fifth of the budget. */
    int contexts() {
        return budget / 176;
    }

    /** How many places for items they have together: two fifths of the budget. */
    int entries() {
        return budget / 19;
    }

    int items() {
        return Math.min(0xffff, budget / 320);
    }

    int nameBytes() {
        return budget / 8;
    }

    int users() {
        return budget / 1280;
    }

    /** How many users have weights of their own. */
    int persons() {
        return Math.max(2, budget / 32_768);
    }

    /** How many names of circumstances are kept. */
    int circumstances() {
        return Math.min(Circumstances.MOST, budget / 4096);
    }

    /** How many samples for "within" may wait for what comes. */
    int pending() {
        return Math.max(2, budget / 65_536);
    }
}
