package org.understudy.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.understudy.shell.command.CommandFunction;
import org.understudy.shell.command.Commands;

/** Opens Gogo sessions in which the commands of Understudy come first. */
final class Sessions {
    private static final String SCOPES = Commands.SCOPE + ":felix:gogo:*";

    private final CommandProcessor processor;

    Sessions(CommandProcessor processor) {
        this.processor = processor;
    }

    /**
     * Opens a session; the caller closes it.
     *
     * @param terminal whether {@code out} is looked at by a person
     */
    CommandSession open(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        CommandSession session = processor.createSession(in, out, err);
        session.put("SCOPE", SCOPES);
        session.put(CommandFunction.TERMINAL, terminal);
        return session;
    }

    /** The names of what was set in a session. */
    static List<String> variables(CommandSession session) {
        return session.get(null) instanceof Collection<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
