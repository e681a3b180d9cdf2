package org.understudy.bench.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What was wrong, in all runs so far: a line each, in a file beside the samples. */
final class Findings {
    private final Path file;

    Findings(Path folder) {
        this.file = folder.resolve("findings.txt");
    }

    void add(String finding) throws IOException {
        Files.write(
                file,
                (finding + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<String> all() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
