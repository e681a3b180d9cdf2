package org.understudy.shell.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads the end of a file that grows and is now and then replaced by a new one. For one thread. */
final class LogTail implements Closeable {
    private static final int BLOCK = 8192;
    private static final long PAUSE_MILLIS = 200;

    private final Path file;
    private SeekableByteChannel channel;
    private Object key;

    private LogTail(Path file) throws IOException {
        this.file = file;
        reopen();
    }

    /** Opens it at the beginning of its last lines. */
    static LogTail open(Path file, int lines) throws IOException {
        LogTail tail = new LogTail(file);
        tail.channel.position(startOfLast(lines, tail.channel));
        return tail;
    }

    /** What is there between the last read and the end of the file, at most some megabytes; may be nothing. */
    byte[] read() throws IOException {
        long length = Math.min(channel.size() - channel.position(), 1 << 22);
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, length));
        fill(buffer, channel);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /**
     * Waits until there is more to read, be it in this file or in the one that took its place.
     *
     * @return true
     */
    boolean awaitMore() throws IOException, InterruptedException {
        while (channel.size() == channel.position()) {
            if (isReplaced()) {
                reopen();
            } else {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (channel.size() < channel.position()) {
                channel.position(0);
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean isReplaced() throws IOException {
        try {
            return !Objects.equals(key, keyOf(file));
        } catch (NoSuchFileException e) {
            return false; // between the two steps of a rotation: the next look finds the new file
        }
    }

    private void reopen() throws IOException {
        // The key first: a rotation in between is then noticed, and costs some lines shown twice, not lines lost.
        Object nextKey = keyOf(file);
        SeekableByteChannel next = Files.newByteChannel(file);
        if (channel != null) {
            channel.close();
        }
        channel = next;
        key = nextKey;
    }

    private static Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static long startOfLast(int lines, SeekableByteChannel channel) throws IOException {
        long end = channel.size();
        if (lines == 0) {
            return end;
        }
        int breaks = 0;
        for (long blockEnd = end; blockEnd > 0; ) {
            long blockStart = Math.max(0, blockEnd - BLOCK);
            ByteBuffer block = ByteBuffer.allocate((int) (blockEnd - blockStart));
            channel.position(blockStart);
            fill(block, channel);
            for (int i = block.position() - 1; i >= 0; i--) {
                // The break at the very end closes the last line and begins none.
                if (block.get(i) == '\n' && blockStart + i < end - 1 && ++breaks == lines) {
                    return blockStart + i + 1;
                }
            }
            blockEnd = blockStart;
        }
        return 0;
    }

    private static void fill(ByteBuffer buffer, SeekableByteChannel channel) throws IOException {
        int got = 0;
        while (buffer.hasRemaining() && got >= 0) {
            got = channel.read(buffer);
        }
    }
}
