package org.understudy.predictor.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.model.Settings;

class OptionsTest {
    @Test
    void theNextItemIsStatedUnlessSomethingElseIsAskedFor() {
        assertEquals(
                new LockStepOptions(Statement.NEXT, Settings.standard()), LockStepOptions.parse(List.of("--lockstep")));
        assertEquals(
                new LockStepOptions(Statement.WITHIN, Settings.standard().withHorizon(20)),
                LockStepOptions.parse(List.of("--lockstep", "--within", "20")));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("--next"),
                List.of("--lockstep", "--within"),
                List.of("--lockstep", "--within", "0"),
                List.of("--lockstep", "--within", "9999"),
                List.of("--lockstep", "--within", "ten"),
                List.of("--lockstep", "--faster"))) {
            assertThrows(IllegalArgumentException.class, () -> LockStepOptions.parse(words), words.toString());
        }
        for (List<String> words : List.of(List.<String>of(), List.of("trace"), List.of("a", "b", "--out"))) {
            assertThrows(IllegalArgumentException.class, () -> ReplayOptions.parse(words), words.toString());
        }
    }

    @Test
    void theDumpMayBeNamedBeforeOrAfterTheTrace() {
        ReplayOptions wanted = new ReplayOptions(Path.of("trace"), Path.of("dump"));

        assertEquals(wanted, ReplayOptions.parse(List.of("trace", "--out", "dump")));
        assertEquals(wanted, ReplayOptions.parse(List.of("--out", "dump", "trace")));
    }
}
