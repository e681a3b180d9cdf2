package org.understudy.swap.journal.outage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.understudy.swap.journal.Disk;

/** A disk in memory, for tests that use up thousands of them. Safe for use by many threads. */
public final class MemoryDisk implements Disk {
    private static final byte[] FOLDER = {};

    private final TreeMap<Path, byte[]> content = new TreeMap<>();

    /** A disk with one empty folder. */
    public MemoryDisk(Path folder) {
        for (Path path = folder; path != null; path = path.getParent()) {
            content.put(path, FOLDER);
        }
    }

    /** A disk with the same content as another. */
    public MemoryDisk(MemoryDisk other) {
        synchronized (other) {
            content.putAll(other.content); // contents are replaced, never changed
        }
    }

    @Override
    public synchronized boolean isFile(Path path) {
        return content.containsKey(path) && !isFolder(path);
    }

    @Override
    public synchronized boolean isFolder(Path path) {
        return content.get(path) == FOLDER;
    }

    @Override
    public boolean mayChange(Path folder) {
        return true;
    }

    @Override
    public synchronized List<Path> list(Path folder) throws IOException {
        if (!isFolder(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return content.keySet().stream()
                .filter(path -> folder.equals(path.getParent()))
                .toList();
    }

    @Override
    public long size(Path file) throws IOException {
        return read(file).length;
    }

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        if (!isFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return content.get(file);
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        byte[] all = read(file);
        return Arrays.copyOf(all, Math.min(all.length, atMost));
    }

    @Override
    public synchronized Writing create(Path file) throws IOException {
        inFolder(file);
        content.put(file, new byte[0]);
        return new Open(file, this);
    }

    @Override
    public Writing append(Path file) throws IOException {
        read(file);
        return new Open(file, this);
    }

    @Override
    public synchronized void cut(Path file, long length) throws IOException {
        content.put(file, read(file, Math.toIntExact(length)));
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        if (isFolder(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        content.put(to, read(from));
        content.remove(from);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        read(file);
        content.remove(file);
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        if (content.containsKey(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        inFolder(folder);
        content.put(folder, FOLDER);
    }

    private void inFolder(Path path) throws IOException {
        if (!isFolder(path.getParent()) || isFolder(path)) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public void force(Path folder) {
        // memory lasts as long as the test does
    }

    private record Open(Path file, MemoryDisk disk) implements Writing {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (disk) {
                byte[] old = disk.read(file);
                byte[] grown = Arrays.copyOf(old, old.length + length);
                System.arraycopy(bytes, offset, grown, old.length, length);
                disk.content.put(file, grown);
            }
        }

        @Override
        public void force() {
            // memory lasts as long as the test does
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
