package org.understudy.dispatch;

import java.util.Objects;

/** A route that leads nowhere: every call fails at once and is told why. */
public final class Closed extends Route {
    private final String reason;

    /** Creates a dead end with the sentence that callers are told. */
    public Closed(String reason) {
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** The sentence that callers are told. */
    public String reason() {
        return reason;
    }
}
