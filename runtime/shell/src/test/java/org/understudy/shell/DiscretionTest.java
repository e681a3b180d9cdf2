package org.understudy.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
    private final Gogo gogo = new Gogo(new FakeSwapManager());
    private final Discretion discretion = new Discretion(gogo.commands.all());

    @AfterEach
    void close() {
        gogo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forget ada",
                "forget\tada",
                "forget -- -ada",
                "  understudy:forget ada",
                "FORGET ada",
                "lb; forget ada",
                "lb | forget ada",
                "x = $(forget ada)",
                "forget \"ada\nlovelace\"",
                "\"forget\" ada",
                "for\\get ada",
                "forget ;ada",
                "# forget ada",
                "predict --user ada",
                "predict --json --user ada",
                "predict ada",
                "predict --usr ada",
                "privacy --opt-out ada",
                "privacy --opt-in ada",
                "privacy --export ada --out file",
                "privacy --optout ada",
                "forget --help ada"
            })
    void aLineThatMayNameAUserIsNotKept(String line) {
        assertTrue(discretion.isNeeded(line));
        assertFalse(discretion.repeatable(line).contains("ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict",
                "predict --quality --json",
                "privacy",
                "privacy --off",
                "help forget",
                "usage --json",
                "why-likely theme",
                "swap theme 1.1.0"
            })
    void anyOtherLineIs(String line) {
        assertFalse(discretion.isNeeded(line));
        assertEquals(line, discretion.repeatable(line));
    }

    @Test
    void neitherTheArrowKeysNorTheFileOfTheHistoryBringANameBack() throws Exception {
        try (DumbTerminal terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream())) {
            DiscreetHistory history = new DiscreetHistory(discretion);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .history(history)
                    .build();
            history.attach(reader);

            history.add(Instant.EPOCH, "forget ada");
            history.add("predict --user ada");
            history.add(Instant.EPOCH, "resources");

            assertEquals(1, history.size());
            assertEquals("resources", history.get(history.first()));
        }
    }
}
