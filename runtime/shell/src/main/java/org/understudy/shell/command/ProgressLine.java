package org.understudy.shell.command;

/** One line of a terminal that is written over; nothing at all where no person looks. Safe for use by many threads. */
final class ProgressLine {
    // Back to the first column, then erase to the end of the line.
    private static final String RESTART = "\r\u001b[K";

    private final Output output;

    ProgressLine(Output output) {
        this.output = output;
    }

    void show(String text) {
        write(RESTART + Tone.FAINT.paint(text));
    }

    void clear() {
        write(RESTART);
    }

    private synchronized void write(String text) {
        if (output.terminal()) {
            output.out().print(text);
            output.out().flush();
        }
    }
}
