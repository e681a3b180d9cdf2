package org.understudy.swap;

import java.util.List;
import java.util.Objects;

/**
 * What became of a provisional version that somebody decided about.
 *
 * @param outcome what was done
 * @param resources those that it was done to: all that came on stage together
 * @param reason why, or why not, and the way out
 */
public record BakeResult(Outcome outcome, List<String> resources, String reason) {
    public BakeResult {
        Objects.requireNonNull(outcome, "outcome");
        resources = List.copyOf(resources);
        Objects.requireNonNull(reason, "reason");
    }

    /** What was done. */
    public enum Outcome {
        /** It is committed: nothing takes it back by itself any more. */
        COMMITTED,
        /** Its time is not counted until somebody says so. */
        PAUSED,
        /** Its time is counted again. */
        RESUMED,
        /** Nothing; the reason says why. */
        REFUSED
    }
}
