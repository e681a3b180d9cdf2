package org.understudy.launcher;

/** What the user is told when a command cannot be done: the thing, the reason and the way out; with the exit status. */
final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_RUNNING = 3;

    private final int status;

    private LaunchException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    static LaunchException failed(String message) {
        return new LaunchException(FAILED, message, null);
    }

    static LaunchException failed(String message, Throwable cause) {
        return new LaunchException(FAILED, message, cause);
    }

    static LaunchException usage(String message) {
        return new LaunchException(USAGE, message + "; 'understudy help' lists the commands", null);
    }

    static LaunchException notRunning(String message) {
        return new LaunchException(NOT_RUNNING, message, null);
    }

    int status() {
        return status;
    }
}
