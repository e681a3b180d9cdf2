package org.understudy.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that run the framework in this process: start and demo. */
final class Start {
    private final Console console;
    private final Distribution distribution;

    Start(Console console, Distribution distribution) {
        this.console = console;
        this.distribution = distribution;
    }

    /** @return the exit status */
    int run(Command.Start command) throws LaunchException {
        Home home = new Home(command.home());
        RunPlan plan = new RunPlan(home, false, command.port(), command.timeout(), command.newsroom(), false, true);
        if (command.mode() == Command.Mode.SCRIPT) {
            return script(plan, command.script().orElseThrow());
        }
        Session session = Session.start(plan, distribution);
        int status = 0;
        try {
            if (command.mode() == Command.Mode.DAEMON) {
                announce(session);
                session.await();
            } else if (Boolean.getBoolean("understudy.terminal")) {
                status = session.perform("interactive", console.in());
            } else {
                console.say("running at " + session.port().url() + ", without a terminal: 'understudy attach --home "
                        + home.folder() + "' opens a shell, 'understudy stop --home " + home.folder() + "' ends it");
                session.await();
            }
        } finally {
            session.end(status);
        }
        return status;
    }

    /** @return the exit status of the demonstration */
    int run(Command.Demo command) throws LaunchException {
        boolean temporary = command.home().isEmpty() && !command.keep();
        Home home = new Home(command.home().isPresent() ? command.home().get() : temporaryHome());
        if (command.keep()) {
            console.say("the home is kept: " + home.folder());
        }
        boolean onStage = !updates(command.arguments());
        RunPlan plan = new RunPlan(home, temporary, command.port(), command.timeout(), true, true, onStage);
        List<String> line = new ArrayList<>(List.of("demo"));
        line.addAll(withAbsolutePaths(command.arguments()));
        return perform(plan, new ByteArrayInputStream((GogoLine.of(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private int script(RunPlan plan, String source) throws LaunchException {
        if (source.equals("-")) {
            return perform(plan, console.in());
        }
        try (InputStream in = Files.newInputStream(Path.of(source))) {
            return perform(plan, in);
        } catch (IOException e) {
            throw LaunchException.failed("the script " + source + " cannot be read: " + Reason.of(e), e);
        }
    }

    private int perform(RunPlan plan, InputStream in) throws LaunchException {
        Session session = Session.start(plan, distribution);
        int status = LaunchException.FAILED;
        try {
            status = session.perform("script", in);
        } finally {
            session.end(status);
        }
        return status;
    }

    /** One line for whoever waits for this process, and then nothing more: its streams must not keep anyone waiting. */
    private void announce(Session session) {
        console.out()
                .println("ready " + ProcessHandle.current().pid() + " "
                        + session.port().url());
        console.release();
    }

    /** With plain updates there is nothing on stage: the demonstration installs its bundles itself. */
    private static boolean updates(List<String> arguments) {
        int at = arguments.indexOf("--mechanism");
        return arguments.contains("--mechanism=update")
                || at >= 0 && arguments.subList(at + 1, arguments.size()).indexOf("update") == 0;
    }

    /** Files are named as the user sees them, from the current folder. */
    private static List<String> withAbsolutePaths(List<String> arguments) {
        List<String> files = List.of("--report", "--trace");
        List<String> absolute = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (String argument : arguments) {
            boolean path = before.isPresent() && files.contains(before.get()) && !argument.equals("-");
            Optional<String> assigned = files.stream()
                    .filter(option -> argument.startsWith(option + "="))
                    .findFirst();
            absolute.add(
                    path
                            ? Path.of(argument).toAbsolutePath().toString()
                            : assigned.map(option -> option + "="
                                            + Path.of(argument.substring(option.length() + 1))
                                                    .toAbsolutePath())
                                    .orElse(argument));
            before = Optional.of(argument);
        }
        return absolute;
    }

    private static Path temporaryHome() throws LaunchException {
        try {
            return Files.createTempDirectory("understudy-demo");
        } catch (IOException e) {
            throw LaunchException.failed(
                    "no folder for the demonstration can be made: " + Reason.of(e) + "; name one with --home", e);
        }
    }
}
