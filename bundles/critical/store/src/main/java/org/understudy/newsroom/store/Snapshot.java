package org.understudy.newsroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** All entries of a guestbook in one format, and a last line that says how many they are: so it is known to be whole. */
final class Snapshot {
    private static final String WHOLE = "whole";

    private Snapshot() {}

    /** Writes it. */
    static void write(Pages pages, Script script, OutputStream out) throws IOException {
        long[] count = new long[1];
        pages.<IOException>forEach(entry -> {
            out.write(Checksummed.bytes(script.line(entry)));
            count[0]++;
        });
        out.write(Checksummed.bytes(Fields.joined(WHOLE, count[0])));
    }

    /**
     * Reads one.
     *
     * @throws IOException if it is damaged, not whole or not in this format
     */
    static Pages read(Script script, InputStream in) throws IOException {
        Pages pages = new Pages();
        Lines lines = new Lines(in);
        read(script, lines, pages);
        if (lines.damaged() > 0) {
            throw new IOException(lines.damaged() + " lines of it are not what was written");
        }
        return pages;
    }

    /**
     * Reads one from lines that may go on behind it.
     *
     * @throws IOException if it is not whole or not in this format
     */
    static void read(Script script, Lines lines, Pages pages) throws IOException {
        long count = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (ends(line.get())) {
                long stated = number(line.get());
                if (stated != count + lines.damaged()) {
                    throw new IOException("it should have " + stated + " entries, but has " + count);
                }
                return;
            }
            pages.add(entry(script, line.get()));
            count++;
        }
        throw new IOException("it breaks off after " + count + " entries");
    }

    /** Whether a line is the last one of a snapshot. */
    static boolean ends(String line) {
        return Fields.of(line).kind().equals(WHOLE);
    }

    /** The entry that a line stands for. */
    static Entry entry(Script script, String line) throws IOException {
        try {
            return script.entry(line);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not written as " + script.format() + ": " + e.getMessage(), e);
        }
    }

    private static long number(String line) throws IOException {
        try {
            return Fields.of(line).number(1, 2);
        } catch (IllegalArgumentException e) {
            throw new IOException("its last line makes no sense: " + e.getMessage(), e);
        }
    }
}
