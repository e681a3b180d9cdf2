package org.understudy.shell.command;

/**
 * One command. Safe for use by many sessions at the same time.
 *
 * <p>It writes to the output that it is given and returns when the work is done; it fails by throwing. The message of
 * what it throws is all that the user sees, so it names the thing, the reason and the way out.
 */
public interface Command {
    /** How it is called. */
    Usage usage();

    /**
     * Does it.
     *
     * @param arguments what was typed, already held against the usage
     * @param output where the answer goes
     * @throws CommandFailedException if it was refused or failed
     * @throws InterruptedException if the user broke it off
     */
    void run(Arguments arguments, Output output) throws Exception;
}
