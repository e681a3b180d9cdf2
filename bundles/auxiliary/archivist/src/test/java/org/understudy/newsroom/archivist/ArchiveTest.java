package org.understudy.newsroom.archivist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.newsroom.Article;

class ArchiveTest {
    @TempDir
    Path folder;

    @Test
    void onlyWhatIsNewOrHasChangedIsWritten() throws IOException {
        Archive archive = new Archive(folder);

        assertEquals(2, archive.keep(List.of(article("a", "One."), article("b", "Two."))));
        assertEquals(1, archive.keep(List.of(article("a", "One."), article("b", "Two!"))));
        assertTrue(Files.readString(folder.resolve("b.md")).endsWith("Two!"));
    }

    @Test
    void aSlugCannotLeadOutOfTheFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));

        new Archive(inner).keep(List.of(article("../escaped", "Text.")));

        assertFalse(Files.exists(folder.resolve("escaped.md")));
        assertTrue(Files.exists(inner.resolve("..%2Fescaped.md")));
    }

    @Test
    void theColophonNamesTheLastKeeper() throws IOException {
        Archive archive = new Archive(folder);

        archive.sign("1.0.0", 4);
        archive.sign("1.1.0", 1);

        assertEquals("archivist 1.1.0, round 1\n", Files.readString(folder.resolve("colophon.txt")));
    }

    @Test
    void aFolderThatIsNotThereIsAFailureWithItsName() {
        Archive archive = new Archive(folder.resolve("gone"));

        IOException failure = assertThrows(IOException.class, () -> archive.sign("1.0.0", 1));

        assertTrue(failure.getMessage().contains("gone"), failure.getMessage());
    }

    private static Article article(String slug, String markdown) {
        return new Article(slug, "T", "S", "A", LocalDate.of(2026, 11, 24), "One.", markdown, List.of());
    }
}
