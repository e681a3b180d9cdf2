package org.understudy.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

/** A command as Gogo calls it. */
public final class CommandFunction implements Function {
    /** Session variable: {@code Boolean.TRUE} where the session's standard output is a terminal. */
    public static final String TERMINAL = "understudy.terminal";

    /** Session variable: an {@code Integer}, set once the session is to end, with that status. */
    public static final String EXIT = "understudy.exit";

    private final Command command;

    /** Makes this command callable. */
    public CommandFunction(Command command) {
        this.command = command;
    }

    @Override
    public Object execute(CommandSession session, List<Object> typed) throws Exception {
        Process process = Process.Utils.current();
        boolean terminal = Boolean.TRUE.equals(session.get(TERMINAL)) && process.isTty(1);
        Output output = new Output(process.out(), process.err(), terminal, session);
        if (command.usage().isDiscreet()) {
            runDiscreetly(typed, output);
        } else {
            run(typed, output);
        }
        return null;
    }

    private void run(List<Object> typed, Output output) throws Exception {
        command.run(Arguments.parse(command.usage(), typed), output);
    }

    /** Gogo names the thread after the whole line, and the log names threads. */
    private void runDiscreetly(List<Object> typed, Output output) throws Exception {
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName("understudy-" + command.usage().name());
        try {
            run(typed, output);
        } finally {
            thread.setName(before);
        }
    }
}
