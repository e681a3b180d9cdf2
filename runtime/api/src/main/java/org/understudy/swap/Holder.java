package org.understudy.swap;

import java.util.Locale;
import java.util.Objects;

/**
 * Somebody who keeps a version from being collected that is off stage for good.
 *
 * @param kind what it is
 * @param what its name, and how it holds the version where that needs saying
 */
public record Holder(Kind kind, String what) {
    public Holder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(what, "what");
    }

    /** What can be found. */
    public enum Kind {
        THREAD,
        THREAD_LOCAL,
        /** A service that is registered by another bundle. */
        SERVICE,
        MBEAN,
        JDBC_DRIVER,
        SHUTDOWN_HOOK,
        /** A logger of {@code java.util.logging}. */
        LOGGER
    }

    /** For people. */
    public String inWords() {
        return switch (kind) {
                    case JDBC_DRIVER -> "JDBC driver ";
                    case MBEAN -> "MBean ";
                    default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
                }
                + what;
    }
}
