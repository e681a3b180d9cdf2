package org.understudy.predictor.model;

/**
 * What holds outside: feature flags, variants, versions, feeds. The names that changed last, the latest first, each with
 * what it was set to; a name whose circumstance has ended is kept as ended, for what is needed without it is learned just
 * so. Of name and value only a hash of 64 bits tells which it is, and a few characters remain to be shown.
 */
final class Circumstances {
    /** How many names are kept. */
    static final int MOST = 64;
    /** How many characters a name or a value has at most. */
    static final int LONGEST = 1024;

    private static final int SHOWN = 32;

    private final long[] name;
    private final long[] value;
    private final String[] words;
    private int names;
    private long sum;

    Circumstances(int capacity) {
        name = new long[capacity];
        value = new long[capacity];
        words = new String[capacity];
    }

    /** Notes a change; an empty value is an end. False if nothing changed. */
    boolean set(String what, String to) {
        long changed = hash(what);
        int at = 0;
        while (at < names && name[at] != changed) {
            at++;
        }
        boolean known = at < names;
        long became = to.isEmpty() ? 0 : hash(to);
        if (known ? value[at] == became : became == 0) {
            return false;
        }
        if (!known && names == name.length) {
            at--;
        } else if (!known) {
            names++;
        }
        put(at, changed, became, words(what, to));
        return true;
    }

    /** Puts it first, in the place of what is at this place. */
    private void put(int at, long changed, long became, String inWords) {
        if (value[at] != 0) {
            sum -= mixed(name[at], value[at]);
        }
        System.arraycopy(name, 0, name, 1, at);
        System.arraycopy(value, 0, value, 1, at);
        System.arraycopy(words, 0, words, 1, at);
        name[0] = changed;
        value[0] = became;
        words[0] = inWords;
        if (became != 0) {
            sum += mixed(changed, became);
        }
    }

    private static String words(String what, String to) {
        return to.isEmpty() ? "without " + cut(what) : "while " + cut(what) + "=" + cut(to);
    }

    /** The beginning of a text, and of that only what cannot upset a terminal. */
    private static String cut(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /** How many names there are, the ended ones too. */
    int size() {
        return names;
    }

    /** By what the circumstance at this place is known, 0 for the latest change. */
    int key(int place) {
        return folded(mixed(name[place], value[place]));
    }

    /** By what all those of now together are known, in whatever order they came. */
    int keyOfAll() {
        return folded(sum + 1);
    }

    /** The circumstance at this place, to be shown. */
    String words(int place) {
        return words[place];
    }

    private static int folded(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long what, long to) {
        return scrambled(what * 0x9E3779B97F4A7C15L + to);
    }

    private static long hash(String text) {
        long hash = text.length() + 1;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return scrambled(hash) | 1;
    }

    private static long scrambled(long hash) {
        long x = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }

    void walk(State state) {
        state.longs(name);
        state.longs(value);
        state.names(words);
        names = state.number(names);
        sum = state.number(sum);
    }
}
