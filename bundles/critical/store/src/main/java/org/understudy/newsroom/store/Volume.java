package org.understudy.newsroom.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of a guestbook as it was found: a title, a snapshot, and the entries that were written since.
 *
 * <p>A volume without such entries says what the one before it said at the length that the title states. While the one
 * before is there and that long, both are right; if it has grown since, its version has gone on writing, and this volume
 * was made for a swap that did not come about.
 *
 * @param file where it is
 * @param title what it is
 * @param written whether entries were written since it was begun
 * @param end where the next entry goes: what stands there was torn when it was written
 */
record Volume(Path file, Title title, boolean written, long end) {
    /** Looks at a file, without understanding more than its title. */
    static Volume at(Path file, Opening opening) throws IOException {
        try (InputStream in = new BufferedInputStream(opening.open(file))) {
            Lines lines = new Lines(in);
            Title title = Title.of(lines.next().orElse(""));
            boolean whole = false;
            boolean written = false;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                written = whole;
                whole |= Snapshot.ends(line.get());
            }
            return new Volume(file, title, written, lines.end());
        }
    }

    /** What a file's content comes to. */
    record Content(Pages pages, long damaged) {}

    /**
     * Reads all of it.
     *
     * @throws IOException if it cannot be read, or its snapshot is not whole
     */
    Content read(Script script, Opening opening) throws IOException {
        try (InputStream in = new BufferedInputStream(opening.open(file))) {
            Lines lines = new Lines(in);
            Pages pages = new Pages();
            lines.next();
            Snapshot.read(script, lines, pages);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                pages.add(Snapshot.entry(script, line.get()));
            }
            return new Content(pages, lines.damaged());
        }
    }
}
