package org.understudy.newsroom.demo.play;

import org.understudy.newsroom.demo.check.Lineup;

/**
 * What the judge has taken back by itself. Times are {@link System#nanoTime} values.
 *
 * @param from what was taken off stage
 * @param to what came back
 * @param beganNanos when it began
 * @param flippedNanos when the version before was on stage again; 0 where it did not come
 * @param drainedNanos when the other was empty
 * @param reason what was said about it
 */
public record Retreat(Lineup from, Lineup to, long beganNanos, long flippedNanos, long drainedNanos, String reason) {
    /** Whether the version before is on stage again. */
    boolean flipped() {
        return flippedNanos != 0;
    }
}
