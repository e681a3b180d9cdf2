package org.understudy.newsroom.demo.play;

import java.util.Objects;
import org.understudy.newsroom.demo.check.Lineup;

/**
 * What came of one swap or rollback. Times are {@link System#nanoTime} values.
 *
 * @param outcome how it ended
 * @param active what is on stage afterwards
 * @param reason what was said about it
 * @param flippedNanos when the new version came on stage; 0 where none did
 * @param drainedNanos when the old version was empty, or the waiting for that ended; 0 where nothing was drained
 * @param drainMillis how long the drain took, milliseconds
 * @param heldMillis how long calls were held, milliseconds; 0 where none was
 * @param heldCalls how many calls were held
 */
public record Turn(
        Outcome outcome,
        Lineup active,
        String reason,
        long flippedNanos,
        long drainedNanos,
        double drainMillis,
        double heldMillis,
        long heldCalls) {
    public Turn {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(active, "active");
        Objects.requireNonNull(reason, "reason");
    }

    /** How a swap or rollback ends. */
    public enum Outcome {
        SWAPPED("swapped"),
        ROLLED_BACK("rolledBack"),
        REFUSED("refused");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** Its name in the report. */
        public String label() {
            return label;
        }
    }

    /** Nothing came on stage. */
    public static Turn refused(Lineup active, String reason) {
        return new Turn(Outcome.REFUSED, active, reason, 0, 0, 0, 0, 0);
    }

    /** Whether another version is on stage now. */
    public boolean flipped() {
        return outcome != Outcome.REFUSED;
    }
}
