package org.understudy.predictor.usage;

import java.io.IOException;
import java.nio.file.Path;

/** A trace has a line that is no use. The message names the file, the line and the reason. */
public class MalformedTraceException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long line;

    MalformedTraceException(Path file, long line, String reason, Throwable cause) {
        super(file + ", line " + line + ": " + reason, cause);
        this.line = line;
    }

    /** The number of the line; the first is 1. */
    public long line() {
        return line;
    }
}
