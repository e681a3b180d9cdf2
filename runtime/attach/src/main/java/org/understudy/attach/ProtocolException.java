package org.understudy.attach;

import java.io.IOException;

/** The other side sent what the protocol does not allow. The connection is of no further use. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super("attach protocol: " + message);
    }
}
