package org.understudy.shell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.attach.Endpoint;
import org.understudy.attach.FrameChannel;

/** Lets terminals attach: listens on the socket of the home and has a conversation on daemon threads with each. */
final class AttachServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(AttachServer.class);

    private final Endpoint endpoint;
    private final ServerSocketChannel socket;
    private final Ways ways;
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    private AttachServer(Endpoint endpoint, ServerSocketChannel socket, Ways ways) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.ways = ways;
    }

    /**
     * Begins to listen.
     *
     * @throws IOException when another process answers there, or the socket cannot be made
     */
    static AttachServer listen(Endpoint endpoint, Ways ways) throws IOException {
        AttachServer server = new AttachServer(endpoint, endpoint.listen(), ways);
        daemon("attach", server::accept).start();
        return server;
    }

    /** Ends all conversations and removes the socket. */
    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(Conversation::close);
        endpoint.release();
    }

    private void accept() {
        while (socket.isOpen()) {
            try {
                begin(socket.accept());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.error("Nobody can attach any more: the socket failed; restart the shell bundle", e);
                return;
            }
        }
    }

    private void begin(SocketChannel client) {
        String name = "attach-" + count.incrementAndGet();
        Conversation conversation = new Conversation(name, new FrameChannel(client), ways);
        open.add(conversation);
        daemon(name, () -> {
                    try {
                        conversation.run();
                    } finally {
                        open.remove(conversation);
                    }
                })
                .start();
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "understudy-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
