package org.understudy.swap;

import java.util.Objects;

/**
 * The version that {@link SwapManager#rollback} would bring back.
 *
 * @param version the version
 * @param by what that takes
 */
public record WayBack(String version, By by) {
    public WayBack {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(by, "by");
    }

    /** What a way back takes. */
    public enum By {
        /** It is started: one write. */
        FLIP,
        /** It is in its slot, stopped: a start and a flip. */
        START,
        /** It is in the artifact store only: staging, a start and a flip. */
        STAGE
    }
}
