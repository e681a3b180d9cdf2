package org.understudy.predictor.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.predictor.usage.MalformedTraceException;

class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void eachEventHasALineWithRankAndProbabilities() throws IOException {
        List<String> lines = replay("0\tu\ta", "1\tu\tb", "2\tu\ta", "3\tu\tb", "4\tu\ta", "5\tu\tc");

        assertEquals(6, lines.size());
        assertTrue(lines.get(0).startsWith("0\t0\t0.000000000\t1\t"), lines.get(0));
        assertTrue(lines.get(4).matches("4\t1\t0\\.\\d+\t0\\.\\d+\ta=0\\.\\d+\\|b=0\\.\\d+"), lines.get(4));
        assertTrue(lines.get(5).startsWith("5\t0\t"), lines.get(5));
    }

    @Test
    void theFutureChangesNothingOfWhatWasStatedBefore() throws IOException {
        List<String> whole = replay("0\tu\ta", "1\tu\tb", "2\tu\ta", "3\tu\tb");
        List<String> cut = replay("0\tu\ta", "1\tu\tb");

        assertEquals(whole.subList(0, 2), cut);
    }

    @Test
    void aMalformedTraceIsRefusedByItsLine() {
        assertThrows(MalformedTraceException.class, () -> replay("0\tu\ta", "no columns"));
    }

    private List<String> replay(String... lines) throws IOException {
        Path trace = Files.writeString(folder.resolve("trace.tsv"), String.join("\n", lines) + "\n");
        Path dump = folder.resolve("dump.tsv");
        new Replay(trace, dump).run();
        return Files.readAllLines(dump);
    }
}
