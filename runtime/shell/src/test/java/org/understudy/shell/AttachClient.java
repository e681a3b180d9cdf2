package org.understudy.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.understudy.attach.Endpoint;
import org.understudy.attach.Frame;
import org.understudy.attach.FrameChannel;
import org.understudy.attach.TerminalRequest;
import org.understudy.attach.WindowSize;

/** A client as a test needs it: a thread of its own collects what comes. */
final class AttachClient implements AutoCloseable {
    private final FrameChannel channel;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Integer status;

    private AttachClient(FrameChannel channel) {
        this.channel = channel;
        Thread reader = new Thread(this::collect, "attach client");
        reader.setDaemon(true);
        reader.start();
    }

    static AttachClient to(Path home) throws IOException {
        return new AttachClient(new FrameChannel(Endpoint.of(home).connect()));
    }

    AttachClient command(String line) throws IOException {
        channel.write(Frame.of(Frame.Kind.COMMAND, line));
        return this;
    }

    AttachClient shell(int columns, int rows, String type) throws IOException {
        TerminalRequest request = new TerminalRequest(new WindowSize(columns, rows), type);
        channel.write(Frame.of(Frame.Kind.INTERACTIVE, request.encode()));
        return this;
    }

    AttachClient window(int columns, int rows) throws IOException {
        channel.write(Frame.of(Frame.Kind.WINDOW, new WindowSize(columns, rows).encode()));
        return this;
    }

    AttachClient type(String text) throws IOException {
        channel.write(Frame.of(Frame.Kind.STDIN, text));
        return this;
    }

    AttachClient send(Frame.Kind kind) throws IOException {
        channel.write(Frame.of(kind));
        return this;
    }

    /** Waits for the end; null if the server closed without a status. */
    Integer status() throws InterruptedException {
        ended.await();
        return status;
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void collect() {
        try {
            Optional<Frame> frame;
            while ((frame = channel.read()).isPresent()) {
                take(frame.get());
            }
        } catch (IOException closed) {
            err.writeBytes(("[" + closed + "]").getBytes(StandardCharsets.UTF_8));
        } finally {
            ended.countDown();
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case STDOUT -> out.writeBytes(frame.payload());
            case STDERR -> err.writeBytes(frame.payload());
            case EXIT -> status = frame.exitStatus();
            default -> throw new IOException("a server does not send " + frame.kind());
        }
    }
}
