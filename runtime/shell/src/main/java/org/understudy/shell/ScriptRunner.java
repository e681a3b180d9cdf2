package org.understudy.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandSession;
import org.understudy.shell.command.CommandFunction;

/**
 * Runs lines that nobody types: one command a line, Gogo's own included; blank lines and lines that begin with
 * {@code #} are skipped. Commands get no standard input. Safe for use by many threads; each run has a session of its
 * own.
 */
final class ScriptRunner {
    private final Sessions sessions;
    private final Discretion discretion;

    ScriptRunner(Sessions sessions, Discretion discretion) {
        this.sessions = sessions;
        this.discretion = discretion;
    }

    /**
     * Runs a script to its end or its first failure, which {@code err} tells with the number of the line.
     *
     * @param script UTF-8
     * @param terminal whether a person looks at {@code out}
     * @return 0, what {@code exit} was given, or 1 after a failure
     */
    int run(InputStream script, PrintStream out, PrintStream err, boolean terminal) {
        return new Run(out, err, terminal, true).over(script);
    }

    /**
     * Runs lines as they come, whatever becomes of them.
     *
     * @param lines UTF-8
     * @return what {@code exit} was given; else 1 if the last line failed, 0 if not
     */
    int converse(InputStream lines, PrintStream out, PrintStream err) {
        return new Run(out, err, false, false).over(lines);
    }

    private final class Run {
        private final PrintStream out;
        private final PrintStream err;
        private final boolean terminal;
        private final boolean endsAtFailure;

        Run(PrintStream out, PrintStream err, boolean terminal, boolean endsAtFailure) {
            this.out = out;
            this.err = err;
            this.terminal = terminal;
            this.endsAtFailure = endsAtFailure;
        }

        int over(InputStream input) {
            CommandSession session = sessions.open(InputStream.nullInputStream(), out, err, terminal);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
                boolean done = true;
                String line;
                for (int number = 1; (line = lines.readLine()) != null; number++) {
                    done = perform(line.strip(), number, session);
                    if (!done && endsAtFailure) {
                        return 1;
                    }
                    if (session.get(CommandFunction.EXIT) instanceof Integer status) {
                        return status;
                    }
                }
                return done ? 0 : 1;
            } catch (IOException unreadable) {
                err.println("the script cannot be read: " + Line.reason(unreadable));
                return 1;
            } finally {
                out.flush();
                err.flush();
                session.close();
            }
        }

        private boolean perform(String line, int number, CommandSession session) {
            if (line.isEmpty() || line.startsWith("#")) {
                return true;
            }
            try {
                Line.run(session, line, out);
                return true;
            } catch (Exception e) {
                err.println("line " + number + ": " + discretion.repeatable(line) + ": " + discretion.reason(line, e));
                return false;
            }
        }
    }
}
