package org.understudy.swap.monitor;

import java.util.Objects;
import org.understudy.dispatch.Meter;

/**
 * A generation on stage, as far as it is watched.
 *
 * @param resource the resource
 * @param version the version
 * @param meter what measures its calls; two generations have two
 */
public record Source(String resource, String version, Meter meter) {
    /** Refuses nothing at all. */
    public Source {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(meter, "meter");
    }
}
