package org.understudy.shell;

import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** Runs one line in a session, and notices every way in which it can fail. */
final class Line {
    // Where Gogo leaves what a command threw whose output goes into another one.
    private static final String PIPE_FAILURE = "pipe-exception";

    private Line() {}

    /**
     * Runs it and prints its result as Gogo does.
     *
     * @throws Exception what the line failed with
     */
    static void run(CommandSession session, String line, PrintStream out) throws Exception {
        session.put(PIPE_FAILURE, null);
        Object result = session.execute(line);
        if (session.get(PIPE_FAILURE) instanceof Exception failure) {
            Throwable[] causes = failure.getSuppressed();
            throw causes.length > 0 && causes[0] instanceof Exception cause ? cause : failure;
        }
        if (result != null) {
            String text = session.format(result, Converter.INSPECT).toString();
            out.print(text.isEmpty() || text.endsWith("\n") ? text : text + System.lineSeparator());
        }
    }

    /** What to tell the user about a failure: never empty. */
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getName() : message;
    }
}
