package org.understudy.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The HTTP port of a run, on the loopback address only. */
record Port(int number) {
    static final String HOST = "127.0.0.1";

    /** The wanted port if it is free, or any free one for 0. */
    static Port claim(int wanted) throws LaunchException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), wanted));
            return new Port(probe.getLocalPort());
        } catch (IOException e) {
            throw LaunchException.failed(
                    "port " + wanted + " of " + HOST + " cannot be used: " + Reason.of(e)
                            + "; choose another with --port, or leave it out for a free one",
                    e);
        }
    }

    String url() {
        return "http://" + HOST + ":" + number + "/";
    }

    /** Whether somebody listens. */
    boolean answers() {
        try (Socket socket = new Socket(InetAddress.getByName(HOST), number)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
