package org.understudy.predictor.model;

/**
 * Whether times are seconds or a running number, which nothing tells: a running number goes up by one or stays, seconds
 * jump. Seconds since 1970 of a busy place hardly jump either, but they are large, and several events share one.
 */
final class TimeScale {
    private static final int ENOUGH = 32;
    private static final long LARGE = 100_000_000L;

    private long latest;
    private long events;
    private long jumps;
    private long shared;

    void observe(long time) {
        if (events > 0 && time > latest + 1) {
            jumps++;
        } else if (events > 0 && time == latest) {
            shared++;
        }
        latest = events == 0 ? time : Math.max(latest, time);
        events++;
    }

    /** Do pauses and the time of day mean anything. */
    boolean seconds() {
        return events >= ENOUGH && (jumps * 50 > events || latest >= LARGE && jumps + shared > 0);
    }

    /** The length of a pause on a coarse scale of powers of two. */
    static int pause(long from, long to) {
        long seconds = to - from;
        return seconds <= 0 ? 0 : Math.min(23, 64 - Long.numberOfLeadingZeros(seconds));
    }

    void walk(State state) {
        latest = state.number(latest);
        events = state.number(events);
        jumps = state.number(jumps);
        shared = state.number(shared);
    }
}
