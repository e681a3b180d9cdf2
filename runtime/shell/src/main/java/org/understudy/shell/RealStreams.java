package org.understudy.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The process's standard streams: those of {@link System} are the log. Not to be closed. */
final class RealStreams {
    private RealStreams() {}

    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    }

    static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    }
}
