package org.understudy.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandSession;

/**
 * Runs scripts: one command a line, Gogo's own included; blank lines and lines that begin with {@code #} are skipped.
 * The first line that fails ends the script. Safe for use by many threads; each script has a session of its own.
 */
final class ScriptRunner {
    private final Sessions sessions;

    ScriptRunner(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Runs a script to its end or its first failure, which {@code err} tells with the number of the line.
     *
     * @param script UTF-8; the commands get no other standard input, and see its end at once
     * @return 0, what {@code exit} was given, or 1 after a failure
     */
    int run(InputStream script, PrintStream out, PrintStream err) {
        CommandSession session = sessions.open(InputStream.nullInputStream(), out, err, false);
        int number = 0;
        String line = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8))) {
            while ((line = lines.readLine()) != null) {
                number++;
                String command = line.strip();
                if (!command.isEmpty() && !command.startsWith("#")) {
                    Line.run(session, command, out);
                }
            }
            return 0;
        } catch (IOException unreadable) {
            err.println("line " + number + ": " + line + ": " + Line.reason(unreadable));
            return 1;
        } catch (Exception e) {
            err.println("line " + number + ": " + line.strip() + ": " + Line.reason(e));
            return 1;
        } finally {
            out.flush();
            err.flush();
            session.close();
        }
    }
}
