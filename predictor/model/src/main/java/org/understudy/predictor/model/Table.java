package org.understudy.predictor.model;

/** A family of contexts: what is counted under one kind of key, and how. */
enum Table {
    USER_0(256, 64, 0.97, 0),
    USER_1(128, 32, 0.97, 1),
    USER_2(64, 32, 0.88, 2),
    USER_3(64, 32, 0.88, 3),
    USER_SKIP(64, 32, 0.88, 1),
    USER_GAP(64, 32, 0.88, 1),
    USER_NEAR(64, 32, 0.8, 1),
    USER_HOUR(64, 32, 0.97, 0),
    USER_WHILE(64, 32, 0.95, 1),
    ALL_0(512, 32, 0.998, 0),
    ALL_1(512, 64, 0.97, 1),
    ALL_2(128, 32, 0.88, 2),
    ALL_4(64, 32, 0.88, 4),
    NEAR(256, 32, 0.95, 1),
    HOUR(256, 32, 0.97, 0),
    WHILE(128, 32, 0.95, 1);

    /** How many items one context may list; a power of two. */
    final int longest;
    /** How many of them are looked at for a prediction. */
    final int scanned;
    /**
     * What a need adds to a fast count at each visit since the counts were last scaled down: instead of letting all
     * counts fade at each visit, what is added grows.
     */
    final int[] unit;
    /** How many items the key has. */
    final int order;

    Table(int longest, int scanned, double keep, int order) {
        this.longest = longest;
        this.scanned = scanned;
        unit = growth(keep);
        this.order = order;
    }

    private static int[] growth(double keep) {
        double most = (1 - keep) * Entry.MOST;
        int visits = (int) Math.min(512, Math.log(most / Entry.UNIT) / -Math.log(keep));
        int[] unit = new int[Math.max(1, visits)];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (int) Math.round(Entry.UNIT / Math.pow(keep, i));
        }
        return unit;
    }

    /** The table that counts the same for all, or null if there is none. */
    Table shared() {
        return switch (this) {
            case USER_0 -> ALL_0;
            case USER_1 -> ALL_1;
            case USER_2 -> ALL_2;
            case USER_NEAR -> NEAR;
            case USER_HOUR -> HOUR;
            case USER_WHILE -> WHILE;
            default -> null;
        };
    }
}
