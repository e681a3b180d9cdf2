package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
    @TempDir
    Path area;

    @Test
    void anAreaThatIsNotThereHasNone() throws IOException {
        assertEquals(0, OwnFiles.count(area.resolve("missing")));
    }

    @Test
    void filesAreCountedAtEveryDepthAndFoldersAreNot() throws IOException {
        Files.createDirectories(area.resolve("empty"));
        Files.writeString(area.resolve("one"), "1");
        Files.writeString(
                Files.createDirectories(area.resolve("deep").resolve("deeper")).resolve("two"), "2");

        assertEquals(2, OwnFiles.count(area));
    }

    @Test
    void aLinkIsAFileAndIsNotFollowed() throws IOException {
        Path inside = Files.createDirectory(area.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("around"), area);

        assertEquals(1, OwnFiles.count(area));
    }

    @Test
    void countingEndsAtAThousand() throws IOException {
        for (int file = 0; file < OwnFiles.MOST + 5; file++) {
            Files.createFile(area.resolve("file" + file));
        }

        assertEquals(OwnFiles.MOST, OwnFiles.count(area));
    }
}
