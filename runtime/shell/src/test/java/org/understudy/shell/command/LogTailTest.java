package org.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class LogTailTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("x.log"), text);
    }

    private static String read(LogTail tail) throws IOException {
        return new String(tail.read(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,c|", "2,b|c|", "3,a|b|c|", "9,a|b|c|"})
    void beginsAtTheLastLines(int count, String expected) throws IOException {
        try (LogTail tail = LogTail.open(write("a\nb\nc\n"), count)) {
            assertEquals(expected.replace('|', '\n'), read(tail));
        }
    }

    @Test
    void aLineThatIsStillBeingWrittenIsALine() throws IOException {
        try (LogTail tail = LogTail.open(write("a\nb\nhalf"), 2)) {
            assertEquals("b\nhalf", read(tail));
        }
    }

    @Test
    void linesAreFoundAcrossBlocks() throws IOException {
        String line = "x".repeat(5000) + "\n";
        try (LogTail tail = LogTail.open(write(line.repeat(7)), 4)) {
            assertEquals(line.repeat(4), read(tail));
        }
    }

    @Test
    void whatIsAppendedIsReadNext() throws IOException, InterruptedException {
        Path file = write("a\n");
        try (LogTail tail = LogTail.open(file, 10)) {
            read(tail);

            Files.writeString(file, "b\n", StandardOpenOption.APPEND);
            tail.awaitMore();

            assertEquals("b\n", read(tail));
        }
    }

    @Test
    void afterARotationTheNewFileIsReadFromItsBeginning() throws IOException, InterruptedException {
        Path file = write("old\n");
        try (LogTail tail = LogTail.open(file, 10)) {
            read(tail);

            Files.move(file, folder.resolve("x.log.1"));
            write("new\n");
            tail.awaitMore();

            assertEquals("new\n", read(tail));
        }
    }
}
