package org.understudy.predictor.model;

/** One voice in the mixture: a table, looked up with one key. */
enum Evidence {
    USER_ORDER_3(Table.USER_3, "after the user's last three"),
    USER_ORDER_2(Table.USER_2, "after the user's last two"),
    USER_GAP(Table.USER_GAP, "after the user's last one and this pause"),
    USER_ORDER_1(Table.USER_1, "after the user's last one"),
    USER_SKIP(Table.USER_SKIP, "after the user's last but one"),
    USER_HOUR(Table.USER_HOUR, "at this time of day, for the user"),
    HOUR(Table.HOUR, "at this time of day, for anyone"),
    USER_WHILE(Table.USER_WHILE, ", after the user's last one", 0),
    WHILE_ALL(Table.WHILE, "while all else is as it is, after this one, for anyone"),
    WHILE_1(Table.WHILE, ", after this one, for anyone", 0),
    WHILE_2(Table.WHILE, ", after this one, for anyone", 1),
    WHILE_3(Table.WHILE, ", after this one, for anyone", 2),
    ALL_ORDER_4(Table.ALL_4, "after these four, for anyone"),
    ALL_ORDER_2(Table.ALL_2, "after these two, for anyone"),
    ALL_ORDER_1(Table.ALL_1, "after this one, for anyone"),
    USER_NEAR_1(Table.USER_NEAR, "soon after the last one, for the user"),
    USER_NEAR_2(Table.USER_NEAR, "soon after the last but one, for the user"),
    USER_NEAR_3(Table.USER_NEAR, "soon after the third last, for the user"),
    USER_NEAR_4(Table.USER_NEAR, "soon after the fourth last, for the user"),
    NEAR_1(Table.NEAR, "soon after the last one, for anyone"),
    NEAR_2(Table.NEAR, "soon after the last but one, for anyone"),
    NEAR_3(Table.NEAR, "soon after the third last, for anyone"),
    NEAR_4(Table.NEAR, "soon after the fourth last, for anyone"),
    USER_ORDER_0(Table.USER_0, "how often the user needs it"),
    ALL_ORDER_0(Table.ALL_0, "how often anyone needs it");

    static final Evidence[] ALL = values();
    static final int COUNT = ALL.length;

    final Table table;
    private final String words;
    /** Under which of the circumstances, 0 for the latest change, or -1 if it does not matter. */
    private final int circumstance;

    Evidence(Table table, String words) {
        this(table, words, -1);
    }

    Evidence(Table table, String words, int circumstance) {
        this.table = table;
        this.words = words;
        this.circumstance = circumstance;
    }

    /** What it is, for people. */
    String words(Circumstances circumstances) {
        return circumstance < 0 ? words : circumstances.words(circumstance) + words;
    }
}
