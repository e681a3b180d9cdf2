package org.understudy.swap.journal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The disk of the machine. An interrupt of the calling thread disturbs nothing here: files are written without
 * interruptible channels, and it is left set for whoever looks at it next.
 */
public final class RealDisk implements Disk {
    @Override
    public boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    @Override
    public boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public boolean mayChange(Path folder) {
        return Files.isWritable(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes(atMost);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new FileInputStream(file.toFile());
    }

    @Override
    public Writing create(Path file) throws IOException {
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        try {
            open.setLength(0);
            return new Descriptor(open);
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    @Override
    public Writing append(Path file) throws IOException {
        RandomAccessFile open = existing(file);
        try {
            open.seek(open.length());
            return new Descriptor(open);
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    @Override
    public void cut(Path file, long length) throws IOException {
        try (RandomAccessFile open = existing(file)) {
            open.setLength(length);
        }
    }

    /** To open a file that is not there would make it. */
    private static RandomAccessFile existing(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /** Folders can be forced through a channel only, and an interrupt closes channels: then once more without it. */
    @Override
    public void force(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Descriptor(RandomAccessFile file) implements Writing {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
