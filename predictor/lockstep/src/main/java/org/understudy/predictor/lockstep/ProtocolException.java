package org.understudy.predictor.lockstep;

import java.io.IOException;

/** A line that the protocol does not allow, after which nothing sensible can be said. */
final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    ProtocolException(long line, String reason) {
        super("line " + line + ": " + reason);
    }
}
