package org.understudy.shell.command;

/** Who works at the shell, as it stands in the record. */
final class Operator {
    /** The user that runs the process: whoever may use its shell acts for that one. */
    static final String NAME = "shell:" + System.getProperty("user.name", "unknown");

    private Operator() {}
}
