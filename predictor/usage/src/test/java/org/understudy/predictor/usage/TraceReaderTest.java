package org.understudy.predictor.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
    private static final String TWO_LINES = "0\tanna\tfront page\n7\tbert\tsports\n";
    private static final List<UsageEvent> TWO_EVENTS =
            List.of(new UsageEvent(0, "anna", "front page"), new UsageEvent(7, "bert", "sports"));

    @TempDir
    Path folder;

    @Test
    void readsPlainText() throws IOException {
        assertEquals(TWO_EVENTS, read(write(TWO_LINES)));
    }

    @Test
    void readsGzipWhateverTheNameIs() throws IOException {
        Path file = Files.write(folder.resolve("trace.txt"), gzip(TWO_LINES));

        assertEquals(TWO_EVENTS, read(file));
    }

    @Test
    void takesTheLastLineWithoutItsLineEndAndWindowsLineEnds() throws IOException {
        assertEquals(TWO_EVENTS, read(write("0\tanna\tfront page\r\n7\tbert\tsports")));
    }

    @Test
    void anEmptyFileHasNoEvents() throws IOException {
        assertEquals(List.of(), read(write("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8\\tanna | 2 columns",
                "8\\tanna\\tx\\ty | 4 columns",
                "noon\\tanna\\tx | 'noon' is not a whole number",
                "8\\t\\tx | the user is empty",
                "8\\tanna\\t | the item is empty",
                "-8\\tanna\\tx | the time is negative",
                "3\\tanna\\tx | goes back from 7 to 3",
            })
    void aBadLineIsNamedWithFileLineAndReason(String line, String reason) throws IOException {
        Path file = write(TWO_LINES + line.replace("\\t", "\t") + "\n");

        MalformedTraceException thrown = assertThrows(MalformedTraceException.class, () -> read(file));

        assertEquals(3, thrown.line());
        assertTrue(thrown.getMessage().startsWith(file + ", line 3: "), thrown.getMessage());
        assertTrue(thrown.getMessage().contains(reason), thrown.getMessage());
    }

    @Test
    void aTruncatedGzipFileIsNamedAndNotTakenForAnEnd() throws IOException {
        byte[] whole = gzip(TWO_LINES.concat("9\tcarl\tx\n".repeat(5000)));
        Path file = Files.write(folder.resolve("trace.tsv.gz"), Arrays.copyOf(whole, whole.length / 2));

        MalformedTraceException thrown = assertThrows(MalformedTraceException.class, () -> read(file));

        assertTrue(thrown.getMessage().contains("truncated"), thrown.getMessage());
    }

    @Test
    void aLineWithoutEndIsRefusedInsteadOfFillingTheMemory() throws IOException {
        Path file = write("0\tanna\t" + "x".repeat(1 << 17));

        MalformedTraceException thrown = assertThrows(MalformedTraceException.class, () -> read(file));

        assertTrue(thrown.getMessage().contains("longer than"), thrown.getMessage());
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        Path file = Files.write(folder.resolve("trace.tsv"), new byte[] {'0', '\t', (byte) 0xff, '\t', 'x', '\n'});

        MalformedTraceException thrown = assertThrows(MalformedTraceException.class, () -> read(file));

        assertTrue(thrown.getMessage().contains("not UTF-8"), thrown.getMessage());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("trace.tsv"), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<UsageEvent> read(Path file) throws IOException {
        List<UsageEvent> events = new ArrayList<>();
        try (TraceReader reader = TraceReader.open(file)) {
            for (Optional<UsageEvent> e = reader.next(); e.isPresent(); e = reader.next()) {
                events.add(e.get());
            }
        }
        return events;
    }
}
