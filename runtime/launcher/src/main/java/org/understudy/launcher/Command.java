package org.understudy.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the user asked for, as the command line says it. */
sealed interface Command {

    /** What a start does once everything is active. */
    enum Mode {
        /** The shell, where there is a terminal; otherwise it serves until it is told to end. */
        FOREGROUND,
        /** It serves without a terminal, and whoever started it is told when everything is active. */
        DAEMON,
        /** It runs a script and ends with its status. */
        SCRIPT
    }

    /** @param script the file, or {@code -} for standard input; present in script mode only */
    record Start(
            Path home,
            OptionalInt port,
            boolean newsroom,
            Optional<Duration> timeout,
            Mode mode,
            Optional<String> script)
            implements Command {}

    /**
     * @param home empty for a folder of its own
     * @param keep whether that folder stays
     * @param arguments what the demo itself is given
     */
    record Demo(Optional<Path> home, boolean keep, OptionalInt port, Optional<Duration> timeout, List<String> arguments)
            implements Command {
        public Demo {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param words one command; empty for a shell */
    record Attach(Path home, List<String> words) implements Command {
        public Attach {
            words = List.copyOf(words);
        }
    }

    record Stop(Path home, Optional<Duration> timeout) implements Command {}

    record Status(Path home, boolean json) implements Command {}

    record Help() implements Command {}
}
