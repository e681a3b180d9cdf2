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
 * @param steps what would be done, in order
 * @param touched the bundles that would be installed, updated, started or stopped
 * @param expectedMillis the declared disturbance, milliseconds
 * @param wayBack what would be the way back afterwards
 * @param problems what speaks against it; the swap would be refused unless this is empty
 */
public record SwapPlan(
        String resource,
        Optional<String> from,
        Optional<String> to,
        Optional<SlotSide> slot,
        List<String> steps,
        List<String> touched,
        long expectedMillis,
        Optional<WayBack> wayBack,
        List<String> problems) {
    public SwapPlan {
        steps = List.copyOf(steps);
        touched = List.copyOf(touched);
        problems = List.copyOf(problems);
    }
}
