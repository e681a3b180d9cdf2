package org.understudy.bench.soak;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Map;

/** How many bytes the parts of a home take on disk. */
final class Footprint {
    private static final Map<String, Figure> PARTS = Map.of(
            "journal", Figure.JOURNAL,
            "store", Figure.ARTIFACTS,
            "cache", Figure.CACHE,
            "data", Figure.DATA,
            "log.txt", Figure.LOG);

    private Footprint() {}

    /** Of a home in which somebody may be at work: what goes away meanwhile is not counted. */
    static Map<Figure, Long> of(Path home) throws IOException {
        Map<Figure, Long> bytes = new EnumMap<>(Figure.class);
        PARTS.values().forEach(figure -> bytes.put(figure, 0L));
        bytes.put(Figure.REST, 0L);
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String part = home.relativize(file).getName(0).toString();
                bytes.merge(PARTS.getOrDefault(part, Figure.REST), attributes.size(), Long::sum);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return going(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                return failure == null ? FileVisitResult.CONTINUE : going(failure);
            }

            private FileVisitResult going(IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return bytes;
    }
}
