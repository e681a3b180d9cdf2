package org.understudy.dispatch;

/**
 * Is told what kinds of objects leave a resource through its handles. Called inside the call that returns them, on the
 * caller's thread: has to be quick, must not throw, and is safe for use by many threads.
 */
@FunctionalInterface
public interface EscapeWatch {
    /** Looks at nothing. */
    EscapeWatch NONE = (from, through, result) -> {};

    /**
     * A method returns an object of another class than the last time. The same class may be told any number of times.
     *
     * @param from the generation that the call is in
     * @param through the method, for example {@code org.example.Feed.headlines}
     * @param result what it returns; never {@code null}
     */
    void returned(Generation from, String through, Object result);
}
