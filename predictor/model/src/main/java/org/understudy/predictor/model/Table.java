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
    ALL_0(512, 32, 0.998, 0),
    ALL_1(512, 64, 0.97, 1),
    ALL_2(128, 32, 0.88, 2),
    ALL_4(64, 32, 0.88, 4),
    NEAR(256, 32, 0.95, 1);

    /** How many items one context may list; a power of two. */
    final int longest;
    /** How many of them are looked at for a prediction. */
    final int scanned;
    /** What is left of a fast count after a visit, in 1/65536. */
    final int keep;
    /** How many items the key has. */
    final int order;

    Table(int longest, int scanned, double keep, int order) {
        this.longest = longest;
        this.scanned = scanned;
        this.keep = (int) Math.round(keep * 65536);
        this.order = order;
    }

    /** Does every user have their own. */
    boolean personal() {
        return compareTo(ALL_0) < 0;
    }
}
