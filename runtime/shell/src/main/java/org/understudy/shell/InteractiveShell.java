package org.understudy.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.understudy.shell.command.CommandFunction;

/**
 * The shell for a person at a terminal. Ctrl-C gives up the line, or what runs; Ctrl-D and {@code exit} leave. Safe
 * for use by many terminals at the same time.
 */
final class InteractiveShell {
    private static final String PROMPT =
            new AttributedString("understudy> ", AttributedStyle.BOLD.foreground(AttributedStyle.CYAN)).toAnsi();

    private final Sessions sessions;
    private final Completions completions;
    private final Discretion discretion;
    private final String version;
    private final Optional<Path> history;

    /**
     * Makes it.
     *
     * @param discretion which lines are not kept
     * @param version what the banner says
     * @param history the file that keeps what was typed, if it is to be kept
     */
    InteractiveShell(
            Sessions sessions, Completions completions, Discretion discretion, String version, Optional<Path> history) {
        this.sessions = sessions;
        this.completions = completions;
        this.discretion = discretion;
        this.version = version;
        this.history = history;
    }

    /**
     * Talks with the person until they leave.
     *
     * @param opened told each session that is opened, so that it can be closed from outside
     * @return what {@code exit} was given, else 0
     */
    int run(Terminal terminal, Consumer<CommandSession> opened) {
        CommandSession session = open(terminal, opened);
        try {
            LineReader reader = reader(terminal, session);
            terminal.writer().print(banner().toAnsi(terminal));
            terminal.flush();
            while (true) {
                String line = read(reader);
                if (line == null) {
                    return 0;
                }
                if (!line.isBlank() && !perform(line, session, terminal)) {
                    session = renew(session, terminal, opened);
                }
                if (session.get(CommandFunction.EXIT) instanceof Integer status) {
                    return status;
                }
            }
        } finally {
            session.close();
        }
    }

    private static String read(LineReader reader) {
        try {
            return reader.readLine(PROMPT);
        } catch (UserInterruptException gaveUpTheLine) {
            return "";
        } catch (EndOfFileException leaves) {
            return null;
        }
    }

    /** Runs a line; false if it was interrupted. */
    private static boolean perform(String line, CommandSession session, Terminal terminal) {
        Interruption interruption = new Interruption(session);
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, interruption);
        try {
            Line.run(session, line, session.getConsole());
        } catch (Exception e) {
            if (!interruption.happened) {
                terminal.writer().println(failure(Line.reason(e)).toAnsi(terminal));
            }
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
            terminal.flush();
        }
        return !interruption.happened;
    }

    private static final class Interruption implements Terminal.SignalHandler {
        private final CommandSession session;
        private volatile boolean happened;

        Interruption(CommandSession session) {
            this.session = session;
        }

        @Override
        public void handle(Terminal.Signal signal) {
            happened = true;
            Job running = session.foregroundJob();
            if (running != null) {
                running.interrupt();
            }
        }
    }

    // A thread that is interrupted while it writes leaves the session's channel closed for good.
    private CommandSession renew(CommandSession old, Terminal terminal, Consumer<CommandSession> opened) {
        CommandSession session = open(terminal, opened);
        for (String name : Sessions.variables(old)) {
            session.put(name, old.get(name));
        }
        session.currentDir(old.currentDir());
        old.close();
        return session;
    }

    private CommandSession open(Terminal terminal, Consumer<CommandSession> opened) {
        CommandSession session = sessions.open(terminal.input(), terminal.output(), terminal.output(), true);
        opened.accept(session);
        return session;
    }

    private LineReader reader(Terminal terminal, CommandSession session) {
        DefaultParser parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(true);
        parser.setEofOnUnclosedBracket(
                DefaultParser.Bracket.CURLY, DefaultParser.Bracket.ROUND, DefaultParser.Bracket.SQUARE);
        Completer completer = completions.in(session);
        LineReader reader = LineReaderBuilder.builder()
                .appName("understudy")
                .terminal(terminal)
                .parser(parser)
                .completer(completer)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, false)
                .history(new DiscreetHistory(discretion))
                .build();
        history.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
        return reader;
    }

    private AttributedString banner() {
        return new AttributedStringBuilder()
                .append("Understudy " + version, AttributedStyle.BOLD)
                .append(System.lineSeparator())
                .append("`help` lists the commands, Tab completes, `exit` or Ctrl-D leaves.")
                .append(System.lineSeparator())
                .toAttributedString();
    }

    private static AttributedString failure(String reason) {
        return new AttributedString(reason, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
    }
}
