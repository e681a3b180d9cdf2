package org.understudy.shell.command;

import java.io.PrintStream;

/** One line of a terminal that is written over. Safe for use by many threads. */
final class ProgressLine {
    // Back to the first column, then erase to the end of the line.
    private static final String RESTART = "\r\u001b[K";

    private final PrintStream out;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    synchronized void show(String text) {
        out.print(RESTART + Tone.FAINT.paint(text));
        out.flush();
    }

    synchronized void clear() {
        out.print(RESTART);
        out.flush();
    }
}
