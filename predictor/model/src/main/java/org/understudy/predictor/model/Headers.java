package org.understudy.predictor.model;

import java.util.Arrays;
import java.util.BitSet;

/** The heads of all contexts, eight numbers each in one array: the key, how much was counted, and where the list is. */
final class Headers {
    static final int FIELDS = 8;

    private static final int KIND = 0; // table + 1, and the user's slot + 1 above
    private static final int ITEMS = 1;
    private static final int MORE_ITEMS = 2;
    private static final int TOTAL = 3;
    private static final int BLOCK = 4; // in 22 bits; above, the visits since the fast counts were scaled down
    private static final int SHAPE = 5; // length in 10 bits, size class in 4, sum of fast counts in 18
    private static final int MET = 6;
    private static final int OWNER = 7; // the one user who met it, or 0 if there are several

    private static final Table[] TABLES = Table.values();
    private static final int KIND_BITS = 5;
    private static final int BLOCK_BITS = 22;
    private static final int MOST_FAST = (1 << 18) - 1;

    private final int[] fields;

    Headers(int contexts) {
        fields = new int[contexts * FIELDS];
    }

    /** Where the heads end, counted as they are. */
    int end() {
        return fields.length;
    }

    static int kind(Table table, int slot) {
        return table.ordinal() + 1 | slot + 1 << KIND_BITS;
    }

    boolean isUsed(int at) {
        return fields[at + KIND] != 0;
    }

    boolean is(int at, int kind, int items, int more) {
        return fields[at + KIND] == kind && fields[at + ITEMS] == items && fields[at + MORE_ITEMS] == more;
    }

    void begin(int at, int kind, int items, int more, int owner) {
        fields[at + KIND] = kind;
        fields[at + ITEMS] = items;
        fields[at + MORE_ITEMS] = more;
        fields[at + OWNER] = owner;
    }

    void clear(int at) {
        Arrays.fill(fields, at, at + FIELDS, 0);
    }

    Table table(int at) {
        return TABLES[(fields[at + KIND] & (1 << KIND_BITS) - 1) - 1];
    }

    /** The user whose context it is, or -1 for everybody's. */
    int slot(int at) {
        return (fields[at + KIND] >>> KIND_BITS) - 1;
    }

    int items(int at) {
        return fields[at + ITEMS];
    }

    int moreItems(int at) {
        return fields[at + MORE_ITEMS];
    }

    /** Is one of these items part of the key. */
    boolean keyHas(int at, BitSet wanted) {
        int order = table(at).order;
        return order > 0 && wanted.get(items(at) & 0xffff)
                || order > 1 && wanted.get(items(at) >>> 16)
                || order > 2 && wanted.get(moreItems(at) & 0xffff)
                || order > 3 && wanted.get(moreItems(at) >>> 16);
    }

    void met(int at, int owner, int now) {
        fields[at + MET] = now;
        if (fields[at + OWNER] != owner) {
            fields[at + OWNER] = 0;
        }
    }

    boolean isOwnedBy(int at, int owner) {
        return fields[at + OWNER] == owner;
    }

    /** What is kept goes by this: how much was counted, less how long it was not met. */
    int worth(int at, int now) {
        long total = total(at);
        int log = 63 - Long.numberOfLeadingZeros(total);
        int eighths = (int) (total << 3 >>> log) - 8;
        return log * 32 + eighths * 4 - (now - fields[at + MET] >>> 8);
    }

    int total(int at) {
        return fields[at + TOTAL];
    }

    void total(int at, int total) {
        fields[at + TOTAL] = Math.max(1, total);
    }

    int block(int at) {
        return fields[at + BLOCK] & (1 << BLOCK_BITS) - 1;
    }

    int visits(int at) {
        return fields[at + BLOCK] >>> BLOCK_BITS;
    }

    void place(int at, int block, int visits) {
        fields[at + BLOCK] = block | visits << BLOCK_BITS;
    }

    int length(int at) {
        return fields[at + SHAPE] & 0x3ff;
    }

    int sizeClass(int at) {
        return fields[at + SHAPE] >>> 10 & 0xf;
    }

    int fastTotal(int at) {
        return fields[at + SHAPE] >>> 14;
    }

    void shape(int at, int length, int sizeClass, int fastTotal) {
        fields[at + SHAPE] = length | sizeClass << 10 | Math.max(0, Math.min(MOST_FAST, fastTotal)) << 14;
    }

    void walk(State state) {
        state.ints(fields);
    }
}
