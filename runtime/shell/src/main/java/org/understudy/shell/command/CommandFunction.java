package org.understudy.shell.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

/** A command as Gogo calls it. */
public final class CommandFunction implements Function {
    /** Session variable: {@code Boolean.TRUE} where the session's standard output is a terminal. */
    public static final String TERMINAL = "understudy.terminal";

    // Where the cd of Gogo's command bundle keeps the folder; the session itself has another one.
    private static final String GOGO_FOLDER = "_cwd";

    private final Command command;

    /** Makes this command callable. */
    public CommandFunction(Command command) {
        this.command = command;
    }

    @Override
    public Object execute(CommandSession session, List<Object> typed) throws Exception {
        Process process = Process.Utils.current();
        boolean terminal = Boolean.TRUE.equals(session.get(TERMINAL)) && process.isTty(1);
        Output output = new Output(process.out(), process.err(), terminal, folder(session));
        command.run(Arguments.parse(command.usage(), typed), output);
        return null;
    }

    /** What relative paths of a session are relative to. */
    public static Path folder(CommandSession session) {
        return session.get(GOGO_FOLDER) instanceof File folder
                ? folder.toPath().toAbsolutePath()
                : session.currentDir();
    }
}
