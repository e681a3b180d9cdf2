package org.understudy.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.understudy.attach.Endpoint;
import org.understudy.attach.Frame;
import org.understudy.attach.FrameChannel;
import org.understudy.attach.NotRunningException;
import org.understudy.attach.TerminalRequest;
import org.understudy.attach.WindowSize;

/** The client of a running shell: one command, or a session at the terminal. */
final class Attach {
    private final Console console;

    Attach(Console console) {
        this.console = console;
    }

    /** @return the status the other side ends with */
    int run(Command.Attach command) throws LaunchException {
        try (FrameChannel channel = new FrameChannel(Endpoint.of(command.home()).connect())) {
            channel.write(
                    Frame.of(Frame.Kind.FOLDER, Path.of("").toAbsolutePath().toString()));
            return command.words().isEmpty() ? interactive(channel) : command(channel, GogoLine.typed(command.words()));
        } catch (NotRunningException e) {
            throw LaunchException.notRunning(e.getMessage());
        } catch (IOException e) {
            throw LaunchException.failed("the connection to " + command.home() + " broke: " + Reason.of(e), e);
        }
    }

    private int command(FrameChannel channel, String line) throws IOException {
        if (Boolean.getBoolean("understudy.terminal")) {
            // Said before the command, it means that a person looks at the output.
            channel.write(Frame.of(Frame.Kind.WINDOW, new WindowSize(0, 0).encode()));
        }
        channel.write(Frame.of(Frame.Kind.COMMAND, line));
        return follow(channel);
    }

    private int interactive(FrameChannel channel) throws IOException {
        boolean atTerminal = Boolean.getBoolean("understudy.terminal");
        try (RawTerminal terminal = atTerminal ? RawTerminal.enter() : RawTerminal.none()) {
            channel.write(
                    Frame.of(Frame.Kind.INTERACTIVE, new TerminalRequest(terminal.size(), terminal.type()).encode()));
            terminal.onResize(size -> send(channel, Frame.of(Frame.Kind.WINDOW, size.encode())));
            Thread typing = new Thread(() -> forward(channel), "understudy-typing");
            typing.setDaemon(true);
            typing.start();
            return follow(channel);
        }
    }

    /** Shows what comes until the last frame. */
    private int follow(FrameChannel channel) throws IOException {
        while (true) {
            Optional<Frame> next = channel.read();
            if (next.isEmpty()) {
                throw new IOException("it ended without an exit status");
            }
            Frame frame = next.get();
            switch (frame.kind()) {
                case STDOUT -> show(console.out(), frame);
                case STDERR -> show(console.err(), frame);
                case EXIT -> {
                    return frame.exitStatus();
                }
                default -> throw new IOException("an unexpected " + frame);
            }
        }
    }

    private static void show(PrintStream stream, Frame frame) throws IOException {
        stream.write(frame.payload());
        stream.flush();
    }

    private void forward(FrameChannel channel) {
        byte[] typed = new byte[8192];
        try {
            for (int count = console.in().read(typed);
                    count >= 0;
                    count = console.in().read(typed)) {
                channel.stream(Frame.Kind.STDIN).write(typed, 0, count);
            }
            channel.write(Frame.of(Frame.Kind.STDIN_END));
        } catch (IOException e) {
            // The reading side sees the same end of the connection, and tells.
            Thread.currentThread().interrupt();
        }
    }

    private static void send(FrameChannel channel, Frame frame) {
        try {
            channel.write(frame);
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
