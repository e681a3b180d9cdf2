package org.understudy.swap.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in lower-case hexadecimal. */
public final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The digest of a file. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in, (bytes, offset, length) -> {});
        }
    }

    /** Who gets what is read. */
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /** The digest of all that can be read, each part of which goes to the sink, too. */
    static String sha256(InputStream in, Sink sink) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[64 * 1024];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            sha.update(buffer, 0, length);
            sink.write(buffer, 0, length);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
