package org.understudy.attach;

import java.util.Objects;

/**
 * What a client asks for when it wants a shell: the size of its window and the type of its terminal.
 *
 * @param type the terminfo name, such as {@code xterm-256color}; {@code dumb} if there is none
 */
public record TerminalRequest(WindowSize size, String type) {
    public TerminalRequest {
        Objects.requireNonNull(size, "size");
        if (type.isBlank() || type.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("a terminal type is one word, not '" + type + "'");
        }
    }

    /** Reads the payload of an {@link Frame.Kind#INTERACTIVE} frame. */
    public static TerminalRequest parse(String text) throws ProtocolException {
        String[] parts = text.split(" ");
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new ProtocolException("a request for a shell must be 'COLUMNS ROWS TERM', not '" + text + "'");
        }
        return new TerminalRequest(WindowSize.parse(parts[0], parts[1]), parts[2]);
    }

    /** The text that {@link #parse(String)} reads. */
    public String encode() {
        return size.encode() + " " + type;
    }
}
