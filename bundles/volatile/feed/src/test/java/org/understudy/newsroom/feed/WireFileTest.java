package org.understudy.newsroom.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasLeftIsReadOnceAndAgainWhenItChanges() throws IOException {
        WireFile file = new WireFile(folder);
        leave("City | Fog", 1);

        assertEquals("Fog", first(file.news()));
        assertEquals(Optional.empty(), file.news());

        leave("City | Clear", 2);

        assertEquals("Clear", first(file.news()));
    }

    @Test
    void whenTheFileGoesTheStandardLinesComeBack() throws IOException {
        WireFile file = new WireFile(folder);
        leave("City | Fog", 1);
        file.news();

        Files.delete(folder.resolve("wire.txt"));

        assertEquals(first(Optional.of(Wire.standard())), first(file.news()));
    }

    @Test
    void aMalformedFileIsReportedOnceUntilItChanges() throws IOException {
        WireFile file = new WireFile(folder);
        leave("nonsense", 1);

        assertThrows(IllegalArgumentException.class, file::news);
        assertEquals(Optional.empty(), file.news());
    }

    private void leave(String text, long seconds) throws IOException {
        Path file = Files.writeString(folder.resolve("wire.txt"), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000));
    }

    private static String first(Optional<Wire> wire) {
        return wire.orElseThrow().from(0, 1).get(0).text();
    }
}
