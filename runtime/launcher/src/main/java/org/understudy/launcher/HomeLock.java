package org.understudy.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Makes one process the only one on a home. The operating system lets go of it when the process ends, however it ends;
 * unlike a process number it is never given to another, and a dead process that nobody has reaped does not hold it.
 *
 * <p>Two bytes of one file are locked: the first keeps a second start out, the second can be tried by anybody who asks
 * whether the home is running, which therefore never keeps a start out. The framework's own lock on its storage cannot
 * be relied on: Felix ignores that it was not granted.
 */
final class HomeLock implements Closeable {
    private static final long EXCLUSION = 0;
    private static final long PRESENCE = 1;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says which process has it. */
    static HomeLock acquire(Home home) throws LaunchException {
        try {
            FileChannel channel = FileChannel.open(
                    home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock(EXCLUSION, 1, false) == null) {
                    throw LaunchException.failed("the home " + home.folder() + " is in use by process "
                            + text(channel) + "; end it with 'understudy stop --home " + home.folder()
                            + "' or choose another --home");
                }
                channel.lock(PRESENCE, 1, false);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new HomeLock(channel);
            } catch (IOException | LaunchException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw LaunchException.failed(
                    "the home " + home.folder() + " cannot be locked: " + Reason.of(e)
                            + "; make it writable or choose another --home",
                    e);
        }
    }

    /** The number of the process that holds the lock of a home; empty when none does. */
    static OptionalLong holder(Home home) throws IOException {
        if (!Files.exists(home.lock())) {
            return OptionalLong.empty();
        }
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.READ)) {
            if (channel.tryLock(PRESENCE, 1, true) != null) {
                return OptionalLong.empty();
            }
            String pid = text(channel);
            return pid.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid));
        } catch (NumberFormatException e) {
            throw new IOException(home.lock() + " is damaged: it should hold a process number", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }
}
