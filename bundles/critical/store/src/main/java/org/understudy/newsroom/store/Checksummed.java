package org.understudy.newsroom.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Lines that begin with their own checksum, so that one which was torn or damaged is known for that. */
final class Checksummed {
    private static final int DIGITS = 8;

    private Checksummed() {}

    /** The line with its checksum and its end, as bytes. */
    static byte[] bytes(String line) {
        return (sum(line) + " " + line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The line that stands there, without checksum and end; empty where that is not what was written. */
    static Optional<String> line(String written) {
        if (written.length() <= DIGITS || written.charAt(DIGITS) != ' ') {
            return Optional.empty();
        }
        String line = written.substring(DIGITS + 1);
        return written.startsWith(sum(line)) ? Optional.of(line) : Optional.empty();
    }

    private static String sum(String line) {
        CRC32C sum = new CRC32C();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
