package org.understudy.swap.engine;

import java.util.Objects;
import org.understudy.dispatch.Meter;

/**
 * A generation that answers.
 *
 * @param resource its resource
 * @param version its version
 * @param meter measures its calls; each generation has one of its own
 */
public record Performance(String resource, String version, Meter meter) {
    /** Refuses nothing at all. */
    public Performance {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(meter, "meter");
    }
}
