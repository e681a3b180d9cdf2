package org.understudy.attach;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One message of the protocol: what it is and its bytes. On the wire: the kind's code as one byte, the length as four
 * bytes in network order, the bytes.
 *
 * @param payload at most {@link #MAX_PAYLOAD} bytes; not copied, so it must not be changed afterwards
 */
public record Frame(Kind kind, byte[] payload) {
    /** The largest payload in bytes. A longer frame is refused on both sides: it is a mistake or an attack. */
    public static final int MAX_PAYLOAD = 1 << 20;

    /** What a frame says, and who says it. */
    public enum Kind {
        /** Client, before anything else: the folder, an absolute path in UTF-8, that typed paths are relative to. */
        FOLDER('D'),
        /** Client: run this one line, UTF-8. */
        COMMAND('C'),
        /** Client: give me a shell, see {@link TerminalRequest}. */
        INTERACTIVE('I'),
        /** Client: bytes typed. */
        STDIN('S'),
        /** Client: nothing more will be typed. */
        STDIN_END('E'),
        /**
         * Client: the window has this size now, see {@link WindowSize}. Before a command it says that the output goes
         * to a terminal.
         */
        WINDOW('W'),
        /** Server: bytes for standard output. */
        STDOUT('O'),
        /** Server: bytes for standard error. */
        STDERR('R'),
        /** Server: the exit status as decimal text; nothing follows. */
        EXIT('X');

        final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        static Kind of(byte code) throws ProtocolException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new ProtocolException("a frame of unknown kind " + (code & 0xff));
        }
    }

    public Frame {
        Objects.requireNonNull(kind, "kind");
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a frame holds at most " + MAX_PAYLOAD + " bytes, this one has " + payload.length);
        }
    }

    /** A frame that carries text as UTF-8. */
    public static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame that says all by its kind. */
    public static Frame of(Kind kind) {
        return new Frame(kind, new byte[0]);
    }

    /** The last frame of a connection. */
    public static Frame exit(int status) {
        return of(Kind.EXIT, Integer.toString(status));
    }

    /** The payload read as UTF-8. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The status that an {@link Kind#EXIT} frame carries. */
    public int exitStatus() throws ProtocolException {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw new ProtocolException("an exit status that is no number: '" + text() + "'");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && kind == that.kind && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return kind + "[" + payload.length + " bytes]";
    }
}
