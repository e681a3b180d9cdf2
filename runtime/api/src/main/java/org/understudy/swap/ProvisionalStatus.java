package org.understudy.swap;

/**
 * How far a version on stage is from being committed.
 *
 * @param swap the number of the swap that brought it
 * @param bakeMillis how long it has to stand in all, milliseconds
 * @param remainingMillis how long it still has to, milliseconds
 * @param paused whether its time is not counted at present
 * @param attempt how often it was started or kept in the hope that it stands
 */
public record ProvisionalStatus(long swap, long bakeMillis, long remainingMillis, boolean paused, int attempt) {
    public ProvisionalStatus {
        if (remainingMillis < 0 || bakeMillis < 0) {
            throw new IllegalArgumentException("times are not negative: " + remainingMillis + " of " + bakeMillis);
        }
    }

    /** When it ends, for people; where it is paused, that. */
    public String inWords() {
        return paused
                ? "provisional, paused"
                : "provisional for another " + Math.max(1, Math.round(remainingMillis / 1000.0)) + " s";
    }
}
