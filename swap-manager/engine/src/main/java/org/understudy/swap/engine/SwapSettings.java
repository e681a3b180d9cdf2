package org.understudy.swap.engine;

import java.time.Duration;

/**
 * What an admin can set.
 *
 * @param startDeadline how long a slot may take to start and be satisfied before it is quarantined or refused
 * @param stopDeadline how long it may take to stop before it is quarantined
 * @param drainDeadline how long a swap waits for the calls inside the old version
 * @param linger how long the version before stays started as the way back, once the new one is committed
 * @param holdDeadline how long calls are held while the active version is brought back
 * @param pause the pause between two steps of preparing a version, so that callers get the processor
 * @param commit what a version has to stand before it is committed
 * @param judge by what it is judged meanwhile
 * @param warmUp for how long safe calls are repeated in a version before it comes on stage; zero for not at all
 * @param leakGrace how long a version that is off stage for good may stay loaded until it is asked who holds it
 */
public record SwapSettings(
        Duration startDeadline,
        Duration stopDeadline,
        Duration drainDeadline,
        Duration linger,
        Duration holdDeadline,
        Duration pause,
        CommitPolicy commit,
        JudgePolicy judge,
        Duration warmUp,
        Duration leakGrace) {
    private static final Duration USUAL_WARM_UP = Duration.ofMillis(300);
    private static final Duration USUAL_GRACE = Duration.ofSeconds(30);

    /** The same with the usual warm-up, and the usual grace for what is still loaded. */
    public SwapSettings(
            Duration startDeadline,
            Duration stopDeadline,
            Duration drainDeadline,
            Duration linger,
            Duration holdDeadline,
            Duration pause,
            CommitPolicy commit,
            JudgePolicy judge) {
        this(
                startDeadline,
                stopDeadline,
                drainDeadline,
                linger,
                holdDeadline,
                pause,
                commit,
                judge,
                USUAL_WARM_UP,
                USUAL_GRACE);
    }

    /** What holds where nothing is set. */
    public static final SwapSettings DEFAULTS = new SwapSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMillis(20),
            CommitPolicy.DEFAULTS,
            JudgePolicy.DEFAULTS);
}
