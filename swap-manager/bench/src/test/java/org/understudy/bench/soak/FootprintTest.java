package org.understudy.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FootprintTest {
    @TempDir
    Path home;

    @Test
    void each_part_of_a_home_is_counted_apart() throws IOException {
        write("journal/000000000001.log", 5);
        write("store/artifact.jar", 7);
        write("cache/bundle1/version0.0/bundle.jar", 11);
        write("cache/bundle2/bundle.info", 2);
        write("state/config/file", 3);
        write("log.txt", 1);

        assertEquals(
                Map.of(
                        Figure.JOURNAL, 5L,
                        Figure.ARTIFACTS, 7L,
                        Figure.CACHE, 13L,
                        Figure.DATA, 0L,
                        Figure.REST, 3L,
                        Figure.LOG, 1L),
                Footprint.of(home));
    }

    private void write(String name, int bytes) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
