package org.understudy.swap.monitor;

/**
 * How many calls are timed at which rate. A timed call costs two readings of the clock, about 60 ns; what a judge needs
 * within seconds are some hundred latencies.
 */
final class Sampling {
    /** Up to so many calls a second all are timed; above it about as many. */
    static final double TIMED_PER_SECOND = 250;

    private Sampling() {}

    /** One call in how many is timed at this rate. */
    static long oneIn(double callsPerSecond) {
        return Math.max(1, (long) Math.ceil(callsPerSecond / TIMED_PER_SECOND));
    }
}
