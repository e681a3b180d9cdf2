package org.understudy.predictor.lockstep;

/** Which items a trace has had so far, by a hash of 64 bits each: the model forgets some, the dump must not. */
final class SeenItems {
    private long[] table = new long[1 << 12];
    private int size;

    int size() {
        return size;
    }

    boolean contains(String item) {
        return table[place(UserKey.of(item) | 1)] != 0;
    }

    void add(String item) {
        long hash = UserKey.of(item) | 1;
        int at = place(hash);
        if (table[at] == 0) {
            table[at] = hash;
            size++;
            if (size * 2 > table.length) {
                grow();
            }
        }
    }

    private int place(long hash) {
        int at = (int) (hash * 0x9E3779B97F4A7C15L >>> 40) & table.length - 1;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                table[place(hash)] = hash;
            }
        }
    }
}
