package org.understudy.attach;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames over one blocking connection. One thread reads; any number of threads write, each frame whole.
 *
 * <p>It works on the channel itself: the streams that {@code java.nio.channels.Channels} makes of a socket share one
 * lock on JDK 17, so that a blocked read would hold up every write.
 */
public final class FrameChannel implements Closeable {
    private static final int HEADER = 1 + Integer.BYTES;

    private final ByteChannel channel;
    private final ReentrantLock writing = new ReentrantLock();

    /** Takes over a channel in blocking mode; closing this closes it. */
    public FrameChannel(ByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the next frame.
     *
     * @return empty when the other side has closed between two frames
     * @throws ProtocolException for a frame too long, of unknown kind, or cut short
     */
    public Optional<Frame> read() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!fill(header)) {
            return Optional.empty();
        }
        header.flip();
        Frame.Kind kind = Frame.Kind.of(header.get());
        int length = header.getInt();
        if (length < 0 || length > Frame.MAX_PAYLOAD) {
            throw new ProtocolException("a frame of " + Integer.toUnsignedString(length) + " bytes; at most "
                    + Frame.MAX_PAYLOAD + " are taken");
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        if (length > 0 && !fill(payload)) {
            throw new ProtocolException("the connection ended inside a frame");
        }
        return Optional.of(new Frame(kind, payload.array()));
    }

    /** Sends a frame, or fails when the other side is gone. */
    public void write(Frame frame) throws IOException {
        send(frame.kind(), frame.payload(), 0, frame.payload().length);
    }

    /** A stream whose every write goes out at once in frames of the given kind. Closing it sends nothing. */
    public OutputStream stream(Frame.Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                send(kind, new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int sent = 0; sent < length; ) {
                    int part = Math.min(Frame.MAX_PAYLOAD, length - sent);
                    send(kind, bytes, offset + sent, part);
                    sent += part;
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void send(Frame.Kind kind, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + length);
        buffer.put(kind.code).putInt(length).put(bytes, offset, length).flip();
        writing.lock();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("attach protocol: the connection ended inside a frame");
            }
        }
        return true;
    }
}
