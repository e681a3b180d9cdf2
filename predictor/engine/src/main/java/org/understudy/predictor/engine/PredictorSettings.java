package org.understudy.predictor.engine;

import java.time.Duration;

/**
 * What an admin can set.
 *
 * @param active how long after a need a user counts as active
 * @param retention how long after the last need a user is forgotten
 * @param keyLife how long a key of pseudonyms is in use
 * @param saving how long after a need it is on disk at the latest
 */
public record PredictorSettings(Duration active, Duration retention, Duration keyLife, Duration saving) {
    /** What holds where nothing is set. */
    public static final PredictorSettings DEFAULTS = new PredictorSettings(
            Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofDays(1), Duration.ofMinutes(1));

    /** Refuses what makes no sense. */
    public PredictorSettings {
        for (Duration each : new Duration[] {active, retention, keyLife, saving}) {
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("a time that is not positive makes no sense: " + each);
            }
        }
    }
}
