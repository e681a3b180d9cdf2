package org.understudy.newsroom.demo.load;

import java.time.Duration;

/**
 * Repeats a piece of work until it is quick: the load is to meet compiled code, as it would in an application that has
 * run for a while, and not what a machine makes of the first thousand calls.
 *
 * @param enough how long a round may take in an application that is warm
 * @param patience how long is waited for that; a machine that is slower is loaded all the same
 */
public record WarmUp(Duration enough, Duration patience) {
    private static final int QUICK_ROUNDS = 3;

    /** One round of the work. */
    @FunctionalInterface
    public interface Round<E extends Exception> {
        /** Does it. */
        void run() throws E, InterruptedException;
    }

    /** Repeats the work until several rounds in a row were quick, or the patience is at its end. */
    public <E extends Exception> void repeat(Round<E> round) throws E, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int quick = 0;
        while (quick < QUICK_ROUNDS && System.nanoTime() - deadline < 0) {
            long begin = System.nanoTime();
            round.run();
            quick = System.nanoTime() - begin <= enough.toNanos() ? quick + 1 : 0;
        }
    }
}
