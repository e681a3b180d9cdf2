package org.understudy.swap;

import java.util.List;
import java.util.Optional;

/**
 * What a swap would do.
 *
 * @param resource the resource
 * @param from the active version
 * @param to the candidate's version, where it is known
 * @param slot the slot that would be written, where one would
 * @param manner how the versions would be exchanged
 * @param steps what would be done, in order
 * @param touched the bundles that would be installed, updated, started or stopped
 * @param expectedMillis the declared disturbance, milliseconds
 * @param learnedMillis what swaps of this resource have really cost so far, milliseconds: from their beginning until the
 *     new version was ready, and for how long calls were held; 0 where there was none yet
 * @param heldMillis how long calls would be held, milliseconds, as far as earlier swaps tell; 0 where none would be
 * @param wayBack what would be the way back afterwards
 * @param warnings what nobody refuses, but an admin should know: what may be lost, who would notice
 * @param problems what speaks against it; the swap would be refused unless this is empty
 * @param fingerprint stands for what would be swapped, all members of a group together, and for what they are now: a
 *     swap that names it is refused once either has changed; empty where the candidate is not known
 */
public record SwapPlan(
        String resource,
        Optional<String> from,
        Optional<String> to,
        Optional<SlotSide> slot,
        Manner manner,
        List<String> steps,
        List<String> touched,
        long expectedMillis,
        double learnedMillis,
        long heldMillis,
        Optional<WayBack> wayBack,
        List<String> warnings,
        List<String> problems,
        String fingerprint) {
    /** How two versions are exchanged. */
    public enum Manner {
        /** Both are started, and the pointer is written: no call waits. */
        FLIP,
        /** The old one is stopped, then the new one started: calls are held meanwhile. */
        RESTART
    }

    public SwapPlan {
        steps = List.copyOf(steps);
        touched = List.copyOf(touched);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** The same plan as part of what this stands for. */
    public SwapPlan with(String fingerprintOfAll) {
        return new SwapPlan(
                resource,
                from,
                to,
                slot,
                manner,
                steps,
                touched,
                expectedMillis,
                learnedMillis,
                heldMillis,
                wayBack,
                warnings,
                problems,
                fingerprintOfAll);
    }
}
