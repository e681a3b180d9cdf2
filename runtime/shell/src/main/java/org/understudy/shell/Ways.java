package org.understudy.shell;

/**
 * The ways to talk to the runtime.
 *
 * @param sessions for a single line
 * @param scripts for lines that nobody types
 * @param interactive for a person at a terminal
 */
record Ways(Sessions sessions, ScriptRunner scripts, InteractiveShell interactive) {}
