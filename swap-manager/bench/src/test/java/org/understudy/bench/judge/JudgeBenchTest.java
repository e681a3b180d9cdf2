package org.understudy.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.swap.judge.Criteria;
import org.understudy.swap.judge.Span;

class JudgeBenchTest {
    private static InputStream packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Test
    void aRecordingIsReadAsItWasWritten() throws IOException {
        char microsecond = (char) (128 + Math.round(6 * Math.log(1000 / 64.0) / Math.log(2)));
        String lines = "process|a|b\n100;0.50;0.10;2000|+40" + microsecond + microsecond + "|-\n"
                + "100;0.50;0.10;2000|=9" + microsecond + "|+5\n";

        Recording recording = Recording.read("r", packed(lines));

        List<Span> a = recording.takes().get("a").get(0).fromTheFlip(new Random(1), 0, 110_000_000);
        assertEquals(List.of(2L, 9L), a.stream().map(Span::calls).toList());
        assertEquals(40_000_000, a.get(0).endedNanos());
        assertEquals(1000, a.get(0).latencyNanos()[0], 100);
        assertEquals(0.5, a.get(0).processCpu());
        assertEquals(1, recording.takes().get("b").size());
    }

    @Test
    void whatIsNoRecordingIsRefusedByLine() throws IOException {
        InputStream other = packed("hello\n");
        InputStream broken = packed("process|a\n100;0.5;0.1;2000|+x\n");

        assertTrue(assertThrows(IOException.class, () -> Recording.read("r", other))
                .getMessage()
                .contains("demo --record"));
        assertTrue(assertThrows(IOException.class, () -> Recording.read("r", broken))
                .getMessage()
                .contains("r, line 2"));
    }

    /** From the recordings that come along; the whole proof is the benchmark itself. */
    @Test
    void twiceAsSlowIsCaughtAndTheSameIsNot() throws IOException {
        Recording recording = Recording.read("calls-200.gz", JudgeCommand.class.getResourceAsStream("calls-200.gz"));
        int caught = 0;
        int rolledBack = 0;
        for (int seed = 0; seed < 30; seed++) {
            caught +=
                    swap(recording, seed, Regression.latency("x2", 2)).seconds().isPresent() ? 1 : 0;
            rolledBack += swap(recording, seed, Regression.NONE).seconds().isPresent() ? 1 : 0;
        }

        assertTrue(caught >= 28, caught + " of 30 caught");
        assertTrue(rolledBack <= 2, rolledBack + " of 30 rolled back");
    }

    private static SimulatedSwap swap(Recording recording, int seed, Regression regression) {
        return SimulatedSwap.perform(recording, Criteria.standard(), new Random(seed), -1, Regression.NONE, regression);
    }

    @Test
    void theIntervalIsTheExactOne() {
        assertEquals(0, new Share(0, 10_000).low());
        assertEquals(0.000369, new Share(0, 10_000).high(), 0.000001);
        assertEquals(0.0164, new Share(5, 100).low(), 0.0001);
        assertEquals(0.1128, new Share(5, 100).high(), 0.0001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--swaps", "--swaps few", "--swaps 3", "--fast", "--seed x"})
    void optionsThatMakeNoSenseAreRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> JudgeOptions.parse(List.of(line.split(" "))));
    }
}
