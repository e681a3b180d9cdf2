package org.understudy.newsroom.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checksummed lines as they are read, and where in the stream one is. For one thread. */
final class Lines {
    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long offset;
    private long end;
    private long damaged;

    /** Reads from a stream, which should be buffered. */
    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line that is what was written; those that are not are counted and left out.
     *
     * @return empty at the end
     */
    Optional<String> next() throws IOException {
        line.reset();
        for (int sign = in.read(); sign >= 0; sign = in.read()) {
            offset++;
            if (sign != '\n') {
                if (line.size() < LONGEST) {
                    line.write(sign);
                }
                continue;
            }
            end = offset;
            Optional<String> sound = Checksummed.line(line.toString(StandardCharsets.UTF_8));
            if (sound.isPresent()) {
                return sound;
            }
            damaged++;
            line.reset();
        }
        return Optional.empty();
    }

    /** Where the last line that has an end, ended. What stands behind it was torn when it was written. */
    long end() {
        return end;
    }

    /** How many lines were not what was written. */
    long damaged() {
        return damaged;
    }
}
