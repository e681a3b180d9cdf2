package org.understudy.attach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameChannelTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aFrameArrivesAsItWasSent() throws IOException {
        Frame frame = Frame.of(Frame.Kind.COMMAND, "swap theme 1.1.0 # ä");

        writer().write(frame);

        assertEquals(Optional.of(frame), reader(sent.toByteArray()).read());
    }

    @Test
    void theWireIsKindThenLengthInNetworkOrderThenBytes() throws IOException {
        writer().write(Frame.exit(12));

        assertArrayEquals(new byte[] {'X', 0, 0, 0, 2, '1', '2'}, sent.toByteArray());
    }

    @Test
    void anEndBetweenFramesIsNoFailure() throws IOException {
        assertTrue(reader().read().isEmpty());
    }

    @Test
    void anEndInsideAFrameIsOne() {
        assertThrows(IOException.class, () -> reader((byte) 'O', (byte) 0).read());
        assertThrows(IOException.class, () -> reader(new byte[] {'O', 0, 0, 0, 5, 'a'})
                .read());
        assertThrows(
                IOException.class, () -> reader(new byte[] {'O', 0, 0, 0, 5}).read());
    }

    @Test
    void aFrameOverTheLimitIsRefusedBeforeItIsRead() {
        ProtocolException tooLong = assertThrows(ProtocolException.class, () -> reader(new byte[] {'S', 0, 16, 0, 1})
                .read());
        ProtocolException negative =
                assertThrows(ProtocolException.class, () -> reader(new byte[] {'S', -1, -1, -1, -1})
                        .read());

        assertTrue(tooLong.getMessage().contains("1048577"), tooLong.getMessage());
        assertTrue(negative.getMessage().contains("4294967295"), negative.getMessage());
    }

    @Test
    void aFrameOfUnknownKindIsRefused() {
        assertThrows(ProtocolException.class, () -> reader(new byte[] {'?', 0, 0, 0, 0})
                .read());
    }

    @Test
    void aLongWriteToAStreamGoesOutInSeveralFrames() throws IOException {
        byte[] much = new byte[Frame.MAX_PAYLOAD + 7];
        Arrays.fill(much, (byte) 'x');

        try (OutputStream out = writer().stream(Frame.Kind.STDOUT)) {
            out.write(much);
        }

        FrameChannel reader = reader(sent.toByteArray());
        assertEquals(Frame.MAX_PAYLOAD, reader.read().orElseThrow().payload().length);
        assertEquals(7, reader.read().orElseThrow().payload().length);
        assertTrue(reader.read().isEmpty());
    }

    @Test
    void aRequestForAShellIsReadAsItWasWritten() throws IOException {
        TerminalRequest request = new TerminalRequest(new WindowSize(120, 40), "xterm-256color");

        assertEquals(request, TerminalRequest.parse(request.encode()));
        assertThrows(ProtocolException.class, () -> TerminalRequest.parse("120 xterm"));
        assertThrows(ProtocolException.class, () -> WindowSize.parse("-1 5"));
        assertThrows(ProtocolException.class, () -> WindowSize.parse("wide high"));
    }

    private FrameChannel writer() {
        return new FrameChannel(new OneWay(new ByteArrayInputStream(new byte[0]), sent));
    }

    private static FrameChannel reader(byte... wire) {
        return new FrameChannel(new OneWay(new ByteArrayInputStream(wire), OutputStream.nullOutputStream()));
    }

    /** A channel over two streams. */
    private static final class OneWay implements ByteChannel {
        private final ReadableByteChannel in;
        private final OutputStream out;

        OneWay(ByteArrayInputStream in, OutputStream out) {
            this.in = Channels.newChannel(in);
            this.out = out;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return in.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            out.write(bytes);
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
