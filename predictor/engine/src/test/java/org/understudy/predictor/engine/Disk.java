package org.understudy.predictor.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

/** Searches files for what must not be there: as it stands, and in what is deflated in them. */
final class Disk {
    private static final int ZLIB = 0x78;

    private Disk() {}

    /** The files that hold this text, in either of the ways in which texts are written. */
    static List<Path> filesWith(Path folder, String text) throws IOException {
        List<Path> found = new ArrayList<>(filesWith(folder, text.getBytes(StandardCharsets.UTF_8)));
        found.addAll(filesWith(folder, text.getBytes(StandardCharsets.UTF_16BE)));
        return found;
    }

    /** The files that hold these bytes. */
    static List<Path> filesWith(Path folder, byte[] content) throws IOException {
        String wanted = HexFormat.of().formatHex(content);
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> readings(file).stream()
                            .anyMatch(each -> HexFormat.of().formatHex(each).contains(wanted)))
                    .toList();
        }
    }

    private static List<byte[]> readings(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<byte[]> readings = new ArrayList<>(List.of(bytes));
            for (int at = 0; at + 1 < bytes.length; at++) {
                boolean begins = bytes[at] == ZLIB && ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) % 31 == 0;
                if (begins) {
                    readings.add(inflated(bytes, at));
                }
            }
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as it is deflated at all. */
    private static byte[] inflated(byte[] bytes, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            byte[] some = new byte[1 << 12];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
            }
        } catch (IOException noDeflatedBytes) {
            return out.toByteArray(); // what could be read up to there
        }
        return out.toByteArray();
    }
}
