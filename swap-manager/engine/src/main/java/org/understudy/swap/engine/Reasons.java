package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** Says in words for people what an exception means. */
public final class Reasons {
    private Reasons() {}

    /** The exception's own message, or what it stands for where that is only a file's name or nothing. */
    public static String of(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file " + failure.getMessage();
        }
        if (failure instanceof AccessDeniedException) {
            return "no access to " + failure.getMessage();
        }
        if (failure instanceof IOException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure.getMessage() == null
                ? failure.getClass().getName()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** A length of time as people say it. */
    static String seconds(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        return time.compareTo(Duration.ofMinutes(2)) < 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}
