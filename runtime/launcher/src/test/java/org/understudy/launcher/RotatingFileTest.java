package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
    @TempDir
    Path folder;

    @Test
    void aFullFileIsPutAsideAndTheOldestIsGone() throws IOException {
        try (RotatingFile log = new RotatingFile(file(""), 10, 3)) {
            for (String line : List.of("first", "second", "third", "fourth")) {
                write(log, line + "\n");
            }
        }

        assertEquals("fourth\n", Files.readString(file("")));
        assertEquals("third\n", Files.readString(file(".1")));
        assertEquals("second\n", Files.readString(file(".2")));
        assertFalse(Files.exists(file(".3")));
    }

    @Test
    void aLineIsNotCutInTwo() throws IOException {
        try (RotatingFile log = new RotatingFile(file(""), 10, 2)) {
            write(log, "begun ");
            write(log, "and ended\n");
            write(log, "next\n");
        }

        assertEquals("begun and ended\n", Files.readString(file(".1")));
        assertEquals("next\n", Files.readString(file("")));
    }

    @Test
    void aLineWithoutAnEndDoesNotGrowForEver() throws IOException {
        try (RotatingFile log = new RotatingFile(file(""), 10, 2)) {
            for (int n = 0; n < 100; n++) {
                write(log, "endless");
            }
        }

        assertTrue(Files.size(file("")) <= 28, "size " + Files.size(file("")));
    }

    @Test
    void whatWasThereIsContinuedAndCounts() throws IOException {
        Files.writeString(file(""), "of yore\n");

        try (RotatingFile log = new RotatingFile(file(""), 10, 2)) {
            write(log, "now\n");
        }

        assertEquals("of yore\n", Files.readString(file(".1")));
        assertEquals("now\n", Files.readString(file("")));
    }

    @Test
    void withOneFileAllowedTheOldIsDropped() throws IOException {
        try (RotatingFile log = new RotatingFile(file(""), 10, 1)) {
            write(log, "one two\n");
            write(log, "three\n");
        }

        assertEquals("three\n", Files.readString(file("")));
        assertFalse(Files.exists(file(".1")));
    }

    @Test
    void aLogThatCannotBePutAsideGoesOn() throws IOException {
        Files.createDirectories(file(".1").resolve("in the way"));
        try (RotatingFile log = new RotatingFile(file(""), 10, 2)) {
            write(log, "one two\n");
            write(log, "three\n");
        }

        String text = Files.readString(file(""));
        assertTrue(text.startsWith("one two\n" + file("") + " is full and cannot be put aside: "), text);
        assertTrue(text.endsWith("three\n"), text);
    }

    private Path file(String suffix) {
        return folder.resolve("understudy.log" + suffix);
    }

    private static void write(RotatingFile log, String text) throws IOException {
        log.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
