package org.understudy.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/**
 * Makes one process the only one on a home. The operating system lets go of it when the process ends, however it ends.
 * The framework's own lock on its storage cannot be relied on: Felix ignores that it was not granted.
 */
final class HomeLock implements Closeable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says which process has it. */
    static HomeLock acquire(Home home) throws LaunchException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw LaunchException.failed("the home " + home.folder() + " is in use by process " + holder(channel)
                        + "; end it with 'understudy stop --home " + home.folder() + "' or choose another --home");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new HomeLock(channel);
        } catch (OverlappingFileLockException e) {
            closeAfter(channel, e);
            throw LaunchException.failed("the home " + home.folder() + " is in use by this very process", e);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw LaunchException.failed(
                    "the home " + home.folder() + " cannot be locked: " + Reason.of(e)
                            + "; make it writable or choose another --home",
                    e);
        } catch (LaunchException e) {
            closeAfter(channel, e);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "(unknown)" : pid;
    }

    private static void closeAfter(FileChannel channel, Exception failure) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
