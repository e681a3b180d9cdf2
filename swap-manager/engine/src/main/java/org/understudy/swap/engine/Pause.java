package org.understudy.swap.engine;

/** A time in which the calls of a resource are held for a swap. */
interface Pause {
    /** How many calls have been held. */
    long heldCalls();

    /** Milliseconds for which calls were held, at this time. */
    double heldMillis(long atNanos);

    /** How many calls were still inside the old version when it was no longer waited for. */
    long cut();

    /** How many bytes of state were carried meanwhile. */
    long stateBytes();
}
