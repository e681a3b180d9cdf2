package org.understudy.launcher;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.understudy.attach.WindowSize;

/**
 * The user's terminal, handed over byte by byte: no echo, no line editing, no signals of its own. {@link #close} gives
 * it back as it was, and so does the end of the process.
 */
final class RawTerminal implements Closeable {
    private static final File TTY = new File("/dev/tty");
    private static final WindowSize UNKNOWN = new WindowSize(0, 0);

    private final String before;
    private final Thread hook;

    private RawTerminal(String before) {
        this.before = before;
        this.hook = new Thread(this::restore, "understudy-terminal");
    }

    /** Where there is no terminal there is nothing to change. */
    static RawTerminal none() {
        return new RawTerminal("");
    }

    static RawTerminal enter() throws IOException {
        RawTerminal terminal = new RawTerminal(stty("-g").strip());
        Runtime.getRuntime().addShutdownHook(terminal.hook);
        stty("raw", "-echo");
        return terminal;
    }

    String type() {
        String type = System.getenv("TERM");
        return before.isEmpty() || type == null || type.isBlank() ? "dumb" : type.strip();
    }

    WindowSize size() throws IOException {
        if (before.isEmpty()) {
            return UNKNOWN;
        }
        String[] rowsAndColumns = stty("size").strip().split(" ");
        return rowsAndColumns.length == 2
                ? new WindowSize(Integer.parseInt(rowsAndColumns[1]), Integer.parseInt(rowsAndColumns[0]))
                : UNKNOWN;
    }

    /**
     * Tells every change of the window's size. The signal API is outside the Java SE standard, hence the reflection:
     * where it is missing, the size stays what it was.
     */
    void onResize(Consumer<WindowSize> listener) {
        if (before.isEmpty()) {
            return;
        }
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    RawTerminal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            listener.accept(size());
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("WINCH"), proxy);
        } catch (ReflectiveOperationException e) {
            System.getLogger(RawTerminal.class.getName()).log(System.Logger.Level.DEBUG, "no resize signal", e);
        }
    }

    @Override
    public void close() {
        if (!before.isEmpty()) {
            Runtime.getRuntime().removeShutdownHook(hook);
            restore();
        }
    }

    private void restore() {
        try {
            stty(before);
        } catch (IOException e) {
            System.err.println("understudy: the terminal could not be restored (" + e.getMessage() + "): type 'reset'");
        }
    }

    private static String stty(String... arguments) throws IOException {
        String[] line = new String[arguments.length + 1];
        line[0] = "stty";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Process process = new ProcessBuilder(line)
                .redirectInput(TTY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("'" + String.join(" ", line) + "' ended with status " + process.exitValue());
            }
            return output;
        } catch (InterruptedException e) {
            throw new IOException("interrupted while stty ran", e);
        }
    }
}
