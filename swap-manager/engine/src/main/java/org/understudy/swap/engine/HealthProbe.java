package org.understudy.swap.engine;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * One of the checks by which a started version tells whether it is fit to answer.
 *
 * @param name its name, for people
 * @param check asks it; what it throws counts as a failure
 * @param source what the host knows it by
 */
public record HealthProbe(String name, Callable<Finding> check, Object source) {
    /** How fit it found the version, the fittest first. */
    public enum Level {
        /** It can answer. */
        FIT,
        /** It can answer; somebody should look at it. */
        WARNING,
        /** It cannot yet, and will by itself. */
        NOT_YET,
        /** It cannot. */
        UNFIT
    }

    /**
     * What it found.
     *
     * @param level how fit the version is
     * @param message what it says about that; may be empty
     */
    public record Finding(Level level, String message) {
        /** Refuses nothing at all. */
        public Finding {
            Objects.requireNonNull(level, "level");
            message = message == null ? "" : message;
        }
    }

    /** What of it goes into a sentence. */
    String says(Finding finding) {
        return "its health check " + name + " says "
                + switch (finding.level()) {
                    case FIT -> "that it is well";
                    case WARNING -> "to look at it";
                    case NOT_YET -> "that it is not ready yet";
                    case UNFIT -> "that it is not fit";
                }
                + (finding.message().isBlank() ? "" : ": " + finding.message());
    }

    /** The same where it could not be asked. */
    String fails(Throwable why) {
        return "its health check " + name + " fails: " + Reasons.of(why);
    }
}
