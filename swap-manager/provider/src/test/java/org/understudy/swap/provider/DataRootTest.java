package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.swap.engine.Refusal;

class DataRootTest {
    @TempDir
    Path home;

    private DataRoot root;

    @BeforeEach
    void standInAHome() {
        root = new DataRoot(home.resolve("data"));
    }

    @Test
    void theFolderIsMadeUnderTheNameOfTheResourceAndNothingIsLeftInIt() throws Exception {
        Path folder = root.open("theme");

        assertEquals(home.resolve("data").resolve("theme"), folder);
        assertTrue(folder.isAbsolute());
        assertEquals(List.of(), in(folder));
    }

    @Test
    void whatLiesInTheFolderStays() throws Exception {
        Files.writeString(root.open("theme").resolve("kept.txt"), "kept");

        assertEquals("kept", Files.readString(root.open("theme").resolve("kept.txt")));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("theme");
        Files.writeString(file, "in the way");

        Refusal refusal = assertThrows(Refusal.class, () -> root.open("theme"));

        assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("no folder"), refusal.getMessage());
        assertEquals("in the way", Files.readString(file));
    }

    @Test
    void aFileInThePlaceOfTheRootIsNamed() throws Exception {
        Files.writeString(home.resolve("data"), "in the way");

        Refusal refusal = assertThrows(Refusal.class, () -> root.open("theme"));

        assertTrue(refusal.getMessage()
                .contains(home.resolve("data").resolve("theme").toString()));
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(root.open("theme").resolve(".understudy-probe").resolve("in the way"));

        Refusal refusal = assertThrows(Refusal.class, () -> root.open("theme"));

        assertTrue(refusal.getMessage()
                .contains(home.resolve("data").resolve("theme").toString()));
        assertTrue(refusal.getMessage().contains("cannot be written to"), refusal.getMessage());
    }

    @Test
    void aLinkToAFolderElsewhereIsFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(Files.createDirectories(home.resolve("data")).resolve("theme"), elsewhere);

        Files.writeString(root.open("theme").resolve("kept.txt"), "kept");

        assertEquals(List.of(elsewhere.resolve("kept.txt")), in(elsewhere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../theme", "/tmp/theme", "a/b", "..", "", "Theme"})
    void whatIsNoNameOfAResourceLeadsNowhere(String name) {
        assertThrows(IllegalArgumentException.class, () -> root.open(name));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
