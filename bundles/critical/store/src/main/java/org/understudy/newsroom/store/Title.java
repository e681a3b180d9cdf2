package org.understudy.newsroom.store;

import java.io.IOException;
import org.understudy.resource.StateFormat;

/**
 * The first line of a volume.
 *
 * @param format what it is written in
 * @param number its number; each is higher than those before
 * @param follows the number of the volume that its snapshot was taken from; 0 where there was none
 * @param length how long that one was then, in bytes
 */
record Title(StateFormat format, long number, long follows, long length) {
    private static final String KIND = "volume";
    private static final int FIELDS = 5;

    /**
     * Reads one.
     *
     * @throws IOException if the line is none
     */
    static Title of(String line) throws IOException {
        try {
            Fields fields = Fields.of(line);
            if (!fields.kind().equals(KIND)) {
                throw new IOException("it does not begin as a volume of a guestbook does");
            }
            return new Title(
                    StateFormat.parse(fields.text(1, FIELDS)),
                    fields.number(2, FIELDS),
                    fields.number(3, FIELDS),
                    fields.number(4, FIELDS));
        } catch (IllegalArgumentException e) {
            throw new IOException("its first line makes no sense: " + e.getMessage(), e);
        }
    }

    /** As it stands in the file. */
    String line() {
        return Fields.joined(KIND, format, number, follows, length);
    }
}
