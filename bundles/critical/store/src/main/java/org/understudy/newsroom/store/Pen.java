package org.understudy.newsroom.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Writes entries at the end of a volume of its own. For one thread at a time. */
final class Pen implements AutoCloseable {
    private static final long WORTH_COPYING = 1 << 20;

    private final Volume volume;
    private final Script script;
    private final FileChannel channel;
    private final long begun;
    private long end;

    /** Sets the pen down at the end of a volume in which nobody has written. */
    Pen(Volume volume, Script script) throws IOException {
        this.volume = volume;
        this.script = script;
        channel = FileChannel.open(volume.file(), StandardOpenOption.WRITE);
        begun = volume.end();
        end = volume.end();
    }

    /**
     * Writes an entry. It outlives the process when this returns; if it is to be forced, a loss of power too.
     *
     * @throws IOException if it could not be written; the next one takes its place then
     */
    void write(Entry entry, boolean force) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Checksummed.bytes(script.line(entry)));
        long at = end;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        if (force) {
            channel.force(false);
        }
        end = at;
    }

    Volume volume() {
        return new Volume(volume.file(), volume.title(), true, end);
    }

    Script script() {
        return script;
    }

    /** Whether nothing was written yet. */
    boolean fresh() {
        return end == begun;
    }

    /** Whether so much was written that the volume is worth copying: at least a MiB, and more than what it began with. */
    boolean isLong() {
        return end - begun > Math.max(WORTH_COPYING, begun);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
