package org.understudy.dispatch;

import java.util.Map;
import java.util.Objects;

/**
 * What a {@link Meter} says at a moment. Counts go up from the publication of the generation on, and are exact when it
 * is quiet.
 *
 * @param calls how many calls have left, however they ended
 * @param failures how many of them failed, by the type's name, as {@link Meter} tells; more may have failed after they left
 * @param inside how many calls are inside, and pieces of work which they have left behind
 * @param oldestNanos for how long the oldest call has been inside; as exact as the {@link CoarseClock} is advanced
 */
public record Reading(long calls, Map<String, Long> failures, long inside, long oldestNanos) {
    /** Copies the failures. */
    public Reading {
        failures = Map.copyOf(Objects.requireNonNull(failures, "failures"));
        if (calls < 0 || inside < 0 || oldestNanos < 0) {
            throw new IllegalArgumentException(
                    "negative: calls " + calls + ", inside " + inside + ", oldestNanos " + oldestNanos);
        }
    }

    /** How many failed, of whatever type. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
