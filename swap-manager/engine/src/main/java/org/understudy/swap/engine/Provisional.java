package org.understudy.swap.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a version on stage still has to stand before it is committed.
 *
 * @param swap the number of the swap that brought it
 * @param since when it came on stage; for people only
 * @param bake how long it has to stand in all
 * @param remaining how much of that was left when this was written; it is not written while time passes
 * @param attempts how often it was started, or kept, in the hope that it stands
 * @param paused whether its time is not counted: only somebody who says so ends that
 */
record Provisional(long swap, Instant since, Duration bake, Duration remaining, int attempts, boolean paused) {
    Provisional {
        Objects.requireNonNull(since, "since");
        if (bake.isNegative() || bake.isZero() || remaining.isNegative() || remaining.compareTo(bake) > 0) {
            throw new IllegalArgumentException(
                    "a version bakes for some time, of which some may remain, not " + remaining + " of " + bake);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("a version on stage was tried at least once, not " + attempts);
        }
    }

    /** A version that comes on stage now. */
    static Provisional begins(long swap, Instant since, Duration bake) {
        return new Provisional(swap, since, bake, bake, 1, false);
    }

    Provisional with(Duration left) {
        return new Provisional(swap, since, bake, left, attempts, paused);
    }

    Provisional paused(boolean now, Duration left) {
        return new Provisional(swap, since, bake, left, attempts, now);
    }

    /** The same version, kept for another try from the beginning. */
    Provisional triedAgain() {
        return new Provisional(swap, since, bake, bake, attempts + 1, paused);
    }
}
