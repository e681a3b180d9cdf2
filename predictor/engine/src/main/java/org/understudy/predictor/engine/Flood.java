package org.understudy.predictor.engine;

/**
 * Keeps one user from crowding out all others: so many needs of each are taken in a second, and no more. Users are told
 * apart by a hash, so two of them may have to share. Safe for use by many threads.
 */
final class Flood {
    /** Of each user in each second. */
    static final int MOST = 50;

    private static final int SLOTS = 1_024;
    private static final long SECOND = 1_000;

    private final int[] taken = new int[SLOTS];
    private final long[] seconds = new long[SLOTS];

    /** Whether one more need of this user is taken now. */
    synchronized boolean takes(long user, long millis) {
        int slot = (int) Long.remainderUnsigned(user * 0x9E3779B97F4A7C15L, SLOTS);
        long second = millis / SECOND;
        if (seconds[slot] != second) {
            seconds[slot] = second;
            taken[slot] = 0;
        }
        return ++taken[slot] <= MOST;
    }
}
