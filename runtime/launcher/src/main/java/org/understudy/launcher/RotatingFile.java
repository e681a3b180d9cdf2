package org.understudy.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that is put aside when it is full: {@code name} is written, {@code name.1} is the one before, up to a fixed
 * count. A line is never cut in two by this. Safe for threads; what was written is in the file when the call returns.
 */
final class RotatingFile extends OutputStream {
    private final Path file;
    private final long maxBytes;
    private final int files;
    private OutputStream out;
    private long size;
    private boolean lineStart = true;

    /** @param files how many are kept, the current one included */
    RotatingFile(Path file, long maxBytes, int files) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        this.files = files;
        open();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        // Twice the size ends a "line" that never ends.
        if (size > 0 && size + length > maxBytes && (lineStart || size > 2 * maxBytes)) {
            rotate();
        }
        out.write(bytes, offset, length);
        size += length;
        lineStart = bytes[offset + length - 1] == '\n';
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void rotate() throws IOException {
        out.close();
        try {
            putAside();
            open();
        } catch (IOException e) {
            // The log goes on in the file there is, says so, and tries again when as much has been added.
            open();
            size = 0;
            out.write((file + " is full and cannot be put aside: " + e + System.lineSeparator())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void putAside() throws IOException {
        if (files == 1) {
            Files.delete(file);
        }
        for (int n = files - 1; n > 0; n--) {
            Path from = n == 1 ? file : numbered(n - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(n), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
    }

    private Path numbered(int n) {
        return file.resolveSibling(file.getFileName() + "." + n);
    }
}
