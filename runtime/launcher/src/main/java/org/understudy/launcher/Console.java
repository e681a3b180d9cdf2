package org.understudy.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** The streams this process was started with, whatever {@code System.out} and {@code System.err} have become since. */
record Console(InputStream in, PrintStream out, PrintStream err) {

    static Console ofThisProcess() {
        String encoding = System.getProperty("native.encoding");
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
    }

    /** A message of the command itself; standard output is kept for what was asked for. */
    void say(String message) {
        err.println("understudy: " + message);
    }

    /** Lets go of the terminal or pipe: whoever reads it sees its end. */
    void release() {
        out.close();
        err.close();
    }
}
