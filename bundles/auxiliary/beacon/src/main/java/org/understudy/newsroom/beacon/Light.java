package org.understudy.newsroom.beacon;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loopback port that is held: whoever connects gets one line, and the connection ends. It is answered by one thread,
 * one after the other. Closing it gives the port back and ends the thread.
 */
public final class Light implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Light.class);
    private static final int WAITING = 64;
    private static final long LAST_LINE_MILLIS = 2_000;

    private final ServerSocket socket;
    private final LongFunction<String> line;
    private final Thread keeper;

    private Light(ServerSocket socket, LongFunction<String> line) {
        this.socket = socket;
        this.line = line;
        keeper = new Thread(this::shine, "newsroom-beacon-" + socket.getLocalPort());
        keeper.setDaemon(true);
        keeper.start();
    }

    /**
     * Takes the port and begins to answer.
     *
     * @param port the port on the loopback address; 0 takes a free one
     * @param line what the n-th to connect is told, without an end of line; n begins with 1
     * @throws BindException naming the port, if somebody else holds it
     * @throws IOException if there can be no socket
     */
    @SuppressWarnings("resource") // the light closes it
    public static Light on(int port, LongFunction<String> line) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // The version before has closed its side, but connections to it may linger in TIME_WAIT.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
        } catch (IOException e) {
            socket.close();
            throw held(port, e);
        }
        return new Light(socket, line);
    }

    private static IOException held(int port, IOException reason) {
        if (!(reason instanceof BindException)) {
            return reason;
        }
        BindException held = new BindException("port " + port + " of the beacon cannot be had: somebody else holds it ("
                + reason.getMessage() + "); end that, or configure another `port` for newsroom.beacon");
        held.initCause(reason);
        return held;
    }

    /** The port that is held. */
    public int port() {
        return socket.getLocalPort();
    }

    private void shine() {
        for (long visitor = 1; !socket.isClosed(); visitor++) {
            try (Socket connection = socket.accept()) {
                connection.getOutputStream().write((line.apply(visitor) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Closing the socket is how it ends; anything else is a visitor who went away.
                if (!socket.isClosed()) {
                    LOG.debug("a visitor of port {} went away", port(), e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            keeper.join(LAST_LINE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
