package org.understudy.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Shows the end of the log, and goes on with it if asked to. */
final class LogCommand implements Command {
    private static final Usage.Option FOLLOW = new Usage.Option("-f", "", "goes on as the log grows, until Ctrl-C");
    private static final Usage.Option COUNT = new Usage.Option("-n", "LINES", "how many lines, instead of 50");

    private final Installation installation;

    LogCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Usage usage() {
        return Usage.of("log", "shows the end of the log")
                .with(FOLLOW)
                .with(COUNT)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws IOException, InterruptedException {
        boolean follow = arguments.has(FOLLOW.flag());
        if (follow && arguments.json()) {
            throw Arguments.misused(usage(), "-f and --json exclude each other: --json is one line");
        }
        int count = arguments.value(COUNT.flag()).map(this::count).orElse(50);
        try (LogTail tail = LogTail.open(installation.log(), count)) {
            if (arguments.json()) {
                List<String> lines =
                        new String(tail.read(), StandardCharsets.UTF_8).lines().toList();
                output.json(Json.texts(lines));
                return;
            }
            do {
                output.out().writeBytes(tail.read());
                output.out().flush();
            } while (follow && !output.out().checkError() && tail.awaitMore());
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("log: there is no " + e.getFile() + ": nothing was logged yet", e);
        }
    }

    private int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw Arguments.misused(usage(), COUNT.flag() + " needs a number, not '" + text + "'");
        }
        throw Arguments.misused(usage(), COUNT.flag() + " needs a number from 0 on, not '" + text + "'");
    }
}
