package org.understudy.shell;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.understudy.attach.Frame;
import org.understudy.attach.FrameChannel;

/**
 * What goes to a client. One thread of its own writes to the connection: a socket channel closes when a thread is
 * interrupted in it, and threads that run commands are interrupted. Safe for use by many threads.
 */
final class Outbox {
    private static final int CHUNK = 16 * 1024;

    private final FrameChannel channel;
    private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(64);
    private final Thread writer;
    private volatile IOException broken;

    Outbox(FrameChannel channel, String name) {
        this.channel = channel;
        writer = new Thread(this::write, name + " writer");
        writer.setDaemon(true);
        writer.start();
    }

    /** A stream whose writes go out as frames of this kind, whole and in order. Closing it does nothing. */
    OutputStream stream(Frame.Kind kind) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                send(new Frame(kind, new byte[] {(byte) b}));
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int sent = 0; sent < length; sent += CHUNK) {
                    int from = offset + sent;
                    send(new Frame(kind, Arrays.copyOfRange(bytes, from, from + Math.min(CHUNK, length - sent))));
                }
            }
        };
    }

    /**
     * Sends the status, waits until everything is written, and so ends the conversation.
     *
     * @throws IOException if the client is gone
     */
    void finish(int status) throws IOException, InterruptedException {
        send(Frame.exit(status));
        writer.join();
        if (broken != null) {
            throw broken;
        }
    }

    /** Gives up what is not yet written; the connection must be closed too. */
    void abandon() {
        writer.interrupt();
    }

    private void send(Frame frame) throws IOException {
        if (broken != null) {
            throw new IOException("the client is gone", broken);
        }
        try {
            waiting.put(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing to the client");
        }
    }

    private void write() {
        try {
            Frame frame;
            do {
                frame = waiting.take();
                channel.write(frame);
            } while (frame.kind() != Frame.Kind.EXIT);
        } catch (IOException e) {
            broken = e;
            // Whoever waits for room finds it, and the failure at the next write.
            waiting.clear();
        } catch (InterruptedException e) {
            broken = new IOException("the connection was given up", e);
            waiting.clear();
        }
    }
}
