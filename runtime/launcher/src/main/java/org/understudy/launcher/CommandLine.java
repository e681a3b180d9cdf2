package org.understudy.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a command line. An instance serves one line. */
final class CommandLine {
    private static final String HOME_VARIABLE = "UNDERSTUDY_HOME";

    private final Deque<String> words;
    private final Optional<String> homeVariable;
    private String command = "";
    private Optional<Path> home = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private Optional<Duration> timeout = Optional.empty();
    private Optional<String> script = Optional.empty();
    private boolean newsroom;
    private boolean daemon;
    private boolean json;
    private boolean keep;

    private CommandLine(List<String> words, Optional<String> homeVariable) {
        this.words = new ArrayDeque<>(words);
        this.homeVariable = homeVariable;
    }

    static Command parse(List<String> words) throws LaunchException {
        return parse(words, Optional.ofNullable(System.getenv(HOME_VARIABLE)));
    }

    static Command parse(List<String> words, Optional<String> homeVariable) throws LaunchException {
        return new CommandLine(words, homeVariable.filter(value -> !value.isBlank())).command();
    }

    private Command command() throws LaunchException {
        boolean named = !words.isEmpty() && !words.peek().startsWith("-");
        command = named ? words.pop() : helpAsked() ? "help" : "start";
        switch (command) {
            case "start":
                return start();
            case "demo":
                return demo();
            case "attach":
                while (!words.isEmpty() && words.peek().startsWith("--") && option("--home")) {
                    continue;
                }
                return new Command.Attach(home(), List.copyOf(words));
            case "stop":
                options("--home", "--timeout");
                return new Command.Stop(home(), timeout);
            case "status":
                options("--home", "--json");
                return new Command.Status(home(), json);
            case "help":
                return new Command.Help();
            default:
                throw LaunchException.usage("unknown command '" + command + "'");
        }
    }

    private boolean helpAsked() {
        return !words.isEmpty() && List.of("-h", "--help").contains(words.peek());
    }

    private Command start() throws LaunchException {
        options("--home", "--port", "--newsroom", "--timeout", "--daemon", "--script");
        if (daemon && script.isPresent()) {
            throw LaunchException.usage("a daemon runs no script: --daemon and --script exclude each other");
        }
        Command.Mode mode =
                daemon ? Command.Mode.DAEMON : script.isPresent() ? Command.Mode.SCRIPT : Command.Mode.FOREGROUND;
        return new Command.Start(home(), port, newsroom, timeout, mode, script);
    }

    private Command demo() throws LaunchException {
        List<String> own = List.of("--home", "--keep", "--port", "--timeout");
        List<String> arguments = new ArrayList<>();
        while (!words.isEmpty()) {
            if (own.contains(name(words.peek()))) {
                option(own.toArray(String[]::new));
            } else {
                arguments.add(words.pop());
            }
        }
        return new Command.Demo(home, keep, port, timeout, arguments);
    }

    private void options(String... allowed) throws LaunchException {
        while (!words.isEmpty()) {
            option(allowed);
        }
    }

    /** Takes one option off the line. */
    private boolean option(String... allowed) throws LaunchException {
        String word = words.pop();
        String name = name(word);
        if (!List.of(allowed).contains(name)) {
            throw LaunchException.usage("'" + command + "' does not take '" + word + "'");
        }
        switch (name) {
            case "--home" -> home = Optional.of(path(value(word)));
            case "--port" -> port = OptionalInt.of(number(word, 1, 65_535));
            case "--timeout" -> timeout = Optional.of(Duration.ofSeconds(number(word, 1, 86_400)));
            case "--script" -> script = Optional.of(value(word));
            case "--newsroom" -> newsroom = flag(word);
            case "--daemon" -> daemon = flag(word);
            case "--json" -> json = flag(word);
            case "--keep" -> keep = flag(word);
            default -> throw new IllegalStateException(name);
        }
        return true;
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private String value(String word) throws LaunchException {
        int equals = word.indexOf('=');
        if (equals >= 0) {
            return word.substring(equals + 1);
        }
        if (words.isEmpty()) {
            throw LaunchException.usage("'" + word + "' needs a value");
        }
        return words.pop();
    }

    private int number(String word, int least, int most) throws LaunchException {
        String value = value(word);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, as a number out of range is
        }
        throw LaunchException.usage(
                "'" + name(word) + "' needs a number from " + least + " to " + most + ", not '" + value + "'");
    }

    private static boolean flag(String word) throws LaunchException {
        if (word.indexOf('=') >= 0) {
            throw LaunchException.usage("'" + name(word) + "' takes no value");
        }
        return true;
    }

    private static Path path(String text) throws LaunchException {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw LaunchException.usage("'" + text + "' is no path: " + e.getReason());
        }
    }

    private Path home() throws LaunchException {
        return home.isPresent() ? home.get() : path(homeVariable.orElse(".understudy"));
    }
}
