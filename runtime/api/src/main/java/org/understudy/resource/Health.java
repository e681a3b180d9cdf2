package org.understudy.resource;

import java.util.Objects;

/**
 * What a {@link HealthCheck} has found.
 *
 * @param status whether the version is fit to answer
 * @param message a sentence for people; of a failure, what is wrong and what would mend it
 */
public record Health(Status status, String message) {
    /** Whether the version is fit. */
    public enum Status {
        /** It can answer. */
        OK,
        /** It must not come on stage, or stay there. */
        FAIL
    }

    /** Refuses a failure without a word. */
    public Health {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        if (status == Status.FAIL && message.isBlank()) {
            throw new IllegalArgumentException(
                    "a failure without a word; say what is wrong, so that somebody can mend it");
        }
    }

    /** It can answer. */
    public static Health ok(String message) {
        return new Health(Status.OK, message);
    }

    /** It cannot. */
    public static Health fail(String message) {
        return new Health(Status.FAIL, message);
    }
}
