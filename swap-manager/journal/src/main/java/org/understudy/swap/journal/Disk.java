package org.understudy.swap.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The disk as the journal and the artifact store write to it. Nothing that must outlive a power loss goes any other
 * way.
 *
 * <p>What is written lasts when the file has been forced; that a file bears its name, or is gone, lasts when the folder
 * has been forced. Without that a power loss may undo any of it, in any order. Safe for use by many threads, as far as
 * they use different files.
 */
public interface Disk {
    /** Whether there is a file (no folder) at this path. */
    boolean isFile(Path path);

    /** Whether there is a folder at this path. */
    boolean isFolder(Path path);

    /** Whether this process may change what a folder names. */
    boolean mayChange(Path folder);

    /** Everything that lies directly in a folder, sorted by name. */
    List<Path> list(Path folder) throws IOException;

    /** The length of a file in bytes. */
    long size(Path file) throws IOException;

    /** The content of a file. */
    byte[] read(Path file) throws IOException;

    /** The first bytes of a file, at most as many as asked for. */
    byte[] read(Path file, int atMost) throws IOException;

    /** Opens a new, empty file for writing; what was there under its name is emptied. */
    Writing create(Path file) throws IOException;

    /** Opens an existing file for writing at its end. */
    Writing append(Path file) throws IOException;

    /** Shortens a file. */
    void cut(Path file, long length) throws IOException;

    /** Gives a file another name in the same folder, replacing what has that name, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file. */
    void delete(Path file) throws IOException;

    /** Makes a folder in an existing one. */
    void createFolder(Path folder) throws IOException;

    /** Makes durable what names the folder holds, and which files bear them. */
    void force(Path folder) throws IOException;

    /** A file that is open for writing. Used by one thread at a time. */
    interface Writing extends Closeable {
        /** Writes all of these bytes, or throws after having written some of them. */
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Makes the file's content durable, whoever wrote it. */
        void force() throws IOException;
    }

    /**
     * Makes a folder, and those that it lies in, where they are missing. All of it is durable on return, also what an
     * earlier process made without coming as far as that: therefore everything above is forced, each time, as far as
     * this process, or one like it, can have changed it.
     */
    default void prepareFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        prepareFolder(parent);
        if (!isFolder(folder)) {
            createFolder(folder);
        }
        if (mayChange(parent)) {
            force(parent);
        }
    }
}
