package org.understudy.predictor.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A small file that is replaced as a whole: after a crash there is the old content or the new one. Begins with what it is
 * and in which format, ends with a checksum; only its owner may read it.
 */
final class CheckedFile {
    private static final String ASIDE = ".set-aside-";
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int SUM = Integer.BYTES;

    private final Path file;
    private final int magic;
    private final int format;

    CheckedFile(Path file, int magic, int format) {
        this.file = file;
        this.magic = magic;
        this.format = format;
    }

    /** Writes content. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads it. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** Replaces the content; on disk when this returns. */
    void write(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(magic);
        out.writeInt(format);
        writing.to(out);
        CRC32C sum = new CRC32C();
        sum.update(bytes.toByteArray());
        out.writeInt((int) sum.getValue());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(next);
        create(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
    }

    /** What was made, moved and deleted in a folder is on disk when this returns. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void create(Path next) throws IOException {
        if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(next);
        }
    }

    /**
     * Reads the content.
     *
     * @return empty if there is no file
     * @throws IOException if it cannot be read, is damaged, or of another format; the message says which
     */
    <T> Optional<T> read(Reading<T> reading) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        check(bytes);
        int content = bytes.length - HEAD - SUM;
        return Optional.of(reading.from(new DataInputStream(new ByteArrayInputStream(bytes, HEAD, content))));
    }

    private void check(byte[] bytes) throws IOException {
        if (bytes.length < HEAD + SUM || ByteBuffer.wrap(bytes).getInt() != magic) {
            throw new IOException(file + " is damaged: it does not begin as it should");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - SUM);
        if (ByteBuffer.wrap(bytes).getInt(bytes.length - SUM) != (int) sum.getValue()) {
            throw new IOException(file + " is damaged: its checksum does not match");
        }
        int found = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
        if (found != format) {
            throw new IOException(file + " has format " + found + ", and this version reads " + format);
        }
    }

    /** Keeps what is there under another name, and returns that. */
    Path setAside(long number) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE + number);
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean isSetAside(Path file) {
        return file.getFileName().toString().contains(ASIDE);
    }

    Path path() {
        return file;
    }
}
