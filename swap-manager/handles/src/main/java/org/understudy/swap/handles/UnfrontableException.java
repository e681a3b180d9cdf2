package org.understudy.swap.handles;

/** A service cannot be put behind a handle; the message names the interface and the reason. */
public final class UnfrontableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfrontableException(Class<?> type, String reason) {
        this(type, reason, null);
    }

    UnfrontableException(Class<?> type, String reason, Throwable cause) {
        super(type.getName() + " cannot be put behind a handle: " + reason, cause);
    }
}
