package org.understudy.newsroom.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.newsroom.demo.play.Schedule;

class OptionsTest {
    @Test
    void withoutOptionsTheLongFormIsPlayedWithOurMechanism() {
        Options options = Options.parse();

        assertEquals(Schedule.LONG, options.duration());
        assertEquals(Options.MechanismName.SWAP, options.mechanism());
        assertEquals(Optional.empty(), options.report());
    }

    @Test
    void everyOptionIsUnderstood() {
        Options options = Options.parse(
                ("--short --mechanism update --report r.json --trace t.gz --seed 7 --record calls.gz --calls 1000 --again 50")
                        .split(" "));

        assertEquals(
                new Options(
                        Optional.of(Path.of("r.json")),
                        Duration.ofSeconds(60),
                        Options.MechanismName.UPDATE,
                        Optional.of(Path.of("t.gz")),
                        7,
                        Optional.of(Path.of("calls.gz")),
                        1000,
                        OptionalInt.of(50)),
                options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast",
                "--seed",
                "--seed x",
                "--mechanism magic",
                "--calls 0",
                "--again 1",
                "--seconds 1",
                "report.json"
            })
    void whatMakesNoSenseIsAnsweredWithTheUsage(String line) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));

        assertTrue(thrown.getMessage().contains(Options.USAGE), thrown.getMessage());
        assertTrue(thrown.getMessage().contains(line.replaceFirst(".* ", "")), thrown.getMessage());
    }
}
