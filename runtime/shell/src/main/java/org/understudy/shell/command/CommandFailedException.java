package org.understudy.shell.command;

/** A command was refused or failed. The message is for the user: thing, reason, way out. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Fails for this reason. */
    public CommandFailedException(String reason) {
        super(reason);
    }

    CommandFailedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
