package org.understudy.newsroom.demo.load;

import org.understudy.newsroom.demo.check.Part;

/** Is told of each service call that was answered. Called by all callers at once, and has to be quick. */
@FunctionalInterface
public interface Witness {
    /** Looks away. */
    Witness NONE = (part, version, askedNanos, answeredNanos) -> {};

    /** This part answered, in this version. */
    void answered(Part part, String version, long askedNanos, long answeredNanos);
}
