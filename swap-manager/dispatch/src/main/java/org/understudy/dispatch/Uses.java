package org.understudy.dispatch;

/**
 * Counts the handles through which a service with a life cycle is used: the first use initialises it, the end of the
 * last destroys it. Safe for use by many threads.
 */
public final class Uses {
    private int count;

    /** What the first use has to do. */
    @FunctionalInterface
    public interface First<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }

    /**
     * A use begins.
     *
     * @param first done before this returns if it is the first; if it fails, the use has not begun
     */
    public synchronized <E extends Exception> void begin(First<E> first) throws E {
        if (count == 0) {
            first.run();
        }
        count++;
    }

    /**
     * A use that has begun ends.
     *
     * @param last done if it was the last
     */
    public synchronized void end(Runnable last) {
        count--;
        if (count == 0) {
            last.run();
        }
    }
}
