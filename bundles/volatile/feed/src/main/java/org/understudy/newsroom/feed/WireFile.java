package org.understudy.newsroom.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** The file {@code wire.txt} in which editors leave newer lines. For one thread. */
final class WireFile {
    private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);

    private final Path file;
    private FileTime seen = NEVER;

    /** The file in this folder; it need not exist. */
    WireFile(Path folder) {
        file = folder.resolve("wire.txt");
    }

    /**
     * The wire, if it has changed since the last look: the lines of the file, or the standard ones where the file is
     * gone. A file that cannot be used is reported once and not again before it changes.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException naming file, line and reason, if its lines are malformed
     */
    Optional<Wire> news() throws IOException {
        FileTime changed = Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
        if (changed.equals(seen)) {
            return Optional.empty();
        }
        seen = changed;
        return Optional.of(
                changed.equals(NEVER)
                        ? Wire.standard()
                        : new Wire(Wire.parse(file.toString(), Files.readString(file))));
    }
}
