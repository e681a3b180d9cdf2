package org.understudy.swap.engine;

import java.time.Duration;

/**
 * What an admin can set.
 *
 * @param startDeadline how long a slot may take to start and be satisfied before it is quarantined or refused
 * @param stopDeadline how long it may take to stop before it is quarantined
 * @param drainDeadline how long a swap waits for the calls inside the old version
 * @param linger how long a version that was taken off stage stays started as the way back
 * @param holdDeadline how long calls are held while the active version is brought back
 * @param pause the pause between two steps of preparing a version, so that callers get the processor
 */
public record SwapSettings(
        Duration startDeadline,
        Duration stopDeadline,
        Duration drainDeadline,
        Duration linger,
        Duration holdDeadline,
        Duration pause) {
    /** What holds where nothing is set. */
    public static final SwapSettings DEFAULTS = new SwapSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMillis(20));
}
