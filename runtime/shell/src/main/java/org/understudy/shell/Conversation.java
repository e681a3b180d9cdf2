package org.understudy.shell;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.attach.Frame;
import org.understudy.attach.FrameChannel;
import org.understudy.attach.TerminalRequest;
import org.understudy.attach.WindowSize;
import org.understudy.shell.command.CommandFunction;

/**
 * One attached client: one command, or one interactive session. The thread that runs this reads what the client sends;
 * a second one does the work. When the client goes, the work is interrupted.
 */
final class Conversation implements Runnable, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final String name;
    private final FrameChannel channel;
    private final Ways ways;
    private final Outbox outbox;
    private final FedInput input = new FedInput();
    private volatile Path folder;
    private volatile WindowSize window;
    private volatile Terminal terminal;
    private volatile CommandSession session;
    private volatile boolean finished;
    private volatile boolean closed;

    private interface Work {
        int run() throws Exception;
    }

    Conversation(String name, FrameChannel channel, Ways ways) {
        this.name = name;
        this.channel = channel;
        this.ways = ways;
        this.outbox = new Outbox(channel, "understudy-" + name);
    }

    @Override
    public void run() {
        Thread worker = null;
        try {
            Optional<Frame> frame;
            while ((frame = channel.read()).isPresent()) {
                Work work = take(frame.get(), worker != null);
                if (work != null) {
                    worker = AttachServer.daemon(name + " worker", () -> finish(work));
                    worker.start();
                }
            }
        } catch (IOException e) {
            if (!finished && !closed) {
                LOG.warn("{}: the client was cut off", name, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            input.end();
            if (worker != null && !finished) {
                worker.interrupt();
            }
            close();
        }
    }

    /** Ends it at once; what runs in it is interrupted. */
    @Override
    public void close() {
        closed = true;
        CommandSession current = session;
        if (current != null) {
            current.close();
        }
        outbox.abandon();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("{}: the connection did not close cleanly", name, e);
        }
    }

    private Work take(Frame frame, boolean working) throws IOException, InterruptedException {
        switch (frame.kind()) {
            case FOLDER:
                folder = folder(frame.text());
                return null;
            case COMMAND:
                String line = frame.text();
                return begin(working, () -> command(line));
            case INTERACTIVE:
                TerminalRequest request = TerminalRequest.parse(frame.text());
                return begin(working, () -> shell(request));
            case WINDOW:
                resize(WindowSize.parse(frame.text()));
                return null;
            case STDIN:
                input.feed(frame.payload());
                return null;
            case STDIN_END:
                input.end();
                return null;
            default:
                throw new IOException("a client does not send " + frame.kind());
        }
    }

    private static Work begin(boolean working, Work work) throws IOException {
        if (working) {
            throw new IOException("a connection carries one command or one session");
        }
        return work;
    }

    private void finish(Work work) {
        int status = 1;
        try {
            status = work.run();
        } catch (Exception e) {
            LOG.warn("{}: ended by a failure", name, e);
        }
        try {
            outbox.finish(status);
            finished = true;
            channel.close();
        } catch (IOException e) {
            LOG.debug("{}: the client did not wait for the end", name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int command(String line) {
        // A client says how wide its window is before the command only where a person looks at the output.
        session = ways.sessions().open(input, out(), err(), window != null);
        goTo(session);
        try {
            Line.run(session, line, out());
            return session.get(CommandFunction.EXIT) instanceof Integer status ? status : 0;
        } catch (Exception e) {
            err().println(Line.reason(e));
            return 1;
        } finally {
            session.close();
        }
    }

    private int shell(TerminalRequest request) throws IOException {
        if (request.type().equals("dumb") && request.size().columns() == 0) {
            return ways.scripts().converse(input, out(), err());
        }
        BufferedOutputStream out = new BufferedOutputStream(outbox.stream(Frame.Kind.STDOUT));
        try (Terminal attached = new ExternalTerminal(name, request.type(), input, out, StandardCharsets.UTF_8)) {
            terminal = attached;
            resize(window == null ? request.size() : window);
            return ways.interactive().run(attached, opened -> {
                goTo(opened);
                session = opened;
            });
        } finally {
            terminal = null;
        }
    }

    private static Path folder(String text) throws IOException {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IOException("a client's folder that is no path: " + e.getMessage(), e);
        }
        throw new IOException("a client's folder that is no absolute path: '" + text + "'");
    }

    private void goTo(CommandSession opened) {
        if (folder != null) {
            opened.currentDir(folder);
        }
    }

    private PrintStream out() {
        return new PrintStream(outbox.stream(Frame.Kind.STDOUT), true, StandardCharsets.UTF_8);
    }

    private PrintStream err() {
        return new PrintStream(outbox.stream(Frame.Kind.STDERR), true, StandardCharsets.UTF_8);
    }

    private void resize(WindowSize size) {
        window = size;
        Terminal current = terminal;
        if (current != null && size.columns() > 0 && size.rows() > 0) {
            current.setSize(new Size(size.columns(), size.rows()));
            current.raise(Terminal.Signal.WINCH);
        }
    }
}
