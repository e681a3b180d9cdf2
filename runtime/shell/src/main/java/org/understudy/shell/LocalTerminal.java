package org.understudy.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.ToIntFunction;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal that the runtime was started in. Where there is none, lines are taken from the input as they come and
 * a failed one does not end the session.
 */
final class LocalTerminal implements ToIntFunction<InputStream> {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTerminal.class);

    private final InteractiveShell interactive;
    private final ScriptRunner scripts;

    LocalTerminal(InteractiveShell interactive, ScriptRunner scripts) {
        this.interactive = interactive;
        this.scripts = scripts;
    }

    @Override
    public int applyAsInt(InputStream input) {
        try (Terminal terminal = open()) {
            return interactive.run(terminal, session -> {});
        } catch (IOException | IllegalStateException noTerminal) {
            LOG.info("No terminal ({}): plain lines are read", Line.reason(noTerminal));
            return scripts.converse(input, RealStreams.out(), RealStreams.err());
        }
    }

    // Only the provider that asks stty: the native ones bring warnings on new JDKs, or libraries of their own.
    private static Terminal open() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JLine looks its providers up in the context class loader, which is the launcher's.
        thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
        try {
            return TerminalBuilder.builder()
                    .name("understudy")
                    .system(true)
                    .dumb(false)
                    .provider("exec")
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
