package org.understudy.predictor.model;

/** One voice in the mixture: a table, looked up with one key. */
enum Evidence {
    USER_ORDER_3(Table.USER_3, "after the user's last three"),
    USER_ORDER_2(Table.USER_2, "after the user's last two"),
    USER_GAP(Table.USER_GAP, "after the user's last one and this pause"),
    USER_ORDER_1(Table.USER_1, "after the user's last one"),
    USER_SKIP(Table.USER_SKIP, "after the user's last but one"),
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
    final String words;

    Evidence(Table table, String words) {
        this.table = table;
        this.words = words;
    }
}
