package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void nothingSaidIsAStartInTheCurrentFolder() throws LaunchException {
        Command.Start start = assertInstanceOf(Command.Start.class, parse());

        assertEquals(Path.of(".understudy").toAbsolutePath(), start.home());
        assertEquals(Command.Mode.FOREGROUND, start.mode());
        assertEquals(OptionalInt.empty(), start.port());
    }

    @Test
    void theHomeIsTheOptionElseTheVariable() throws LaunchException {
        Optional<String> variable = Optional.of("/var/understudy");

        Command fromVariable = CommandLine.parse(List.of("status"), variable);
        Command fromOption = CommandLine.parse(List.of("status", "--home", "/opt/u/../h"), variable);

        assertEquals(new Command.Status(Path.of("/var/understudy"), false), fromVariable);
        assertEquals(new Command.Status(Path.of("/opt/h"), false), fromOption);
    }

    @Test
    void optionsAreTakenWithAndWithoutTheCommandAndWithEitherSpelling() throws LaunchException {
        Command spaced = parse("start", "--home", "/h", "--port", "8080", "--newsroom", "--daemon", "--timeout", "9");
        Command joined = parse("--home=/h", "--port=8080", "--newsroom", "--daemon", "--timeout=9");

        assertEquals(spaced, joined);
        assertEquals(
                new Command.Start(
                        Path.of("/h"),
                        OptionalInt.of(8080),
                        true,
                        Optional.of(Duration.ofSeconds(9)),
                        Command.Mode.DAEMON,
                        Optional.empty()),
                joined);
    }

    @Test
    void theWordsOfAnAttachedCommandKeepTheirOwnOptions() throws LaunchException {
        assertEquals(
                new Command.Attach(Path.of("/h"), List.of("slots", "--json", "--home", "x")),
                parse("attach", "--home", "/h", "slots", "--json", "--home", "x"));
    }

    @Test
    void theDemoPassesOnWhatIsNotForTheLauncher() throws LaunchException {
        Command.Demo demo = assertInstanceOf(
                Command.Demo.class, parse("demo", "--short", "--keep", "--report", "r.json", "--home", "/h"));

        assertEquals(List.of("--short", "--report", "r.json"), demo.arguments());
        assertTrue(demo.keep());
        assertEquals(Optional.of(Path.of("/h")), demo.home());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | unknown command 'dance'",
                "start --colour | 'start' does not take '--colour'",
                "start now | 'start' does not take 'now'",
                "start --port | '--port' needs a value",
                "start --port 99999 | '--port' needs a number from 1 to 65535, not '99999'",
                "start --timeout=soon | '--timeout' needs a number from 1 to 86400, not 'soon'",
                "start --daemon=yes | '--daemon' takes no value",
                "start --daemon --script x | exclude each other",
                "attach --json slots | 'attach' does not take '--json'",
                "status --port 1 | 'status' does not take '--port'"
            })
    void whatIsNotUnderstoodIsNamed(String line, String message) {
        LaunchException refused = assertThrows(LaunchException.class, () -> parse(line.split(" ")));

        assertEquals(LaunchException.USAGE, refused.status());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static Command parse(String... words) throws LaunchException {
        return CommandLine.parse(List.of(words), Optional.empty());
    }
}
