package org.understudy.attach;

import java.io.IOException;
import java.nio.file.Path;

/** Nobody listens for a home: nothing was started there, it has stopped, or it was killed. */
public final class NotRunningException extends IOException {
    private static final long serialVersionUID = 1L;

    NotRunningException(Path home, IOException cause) {
        super("not running: nothing answers for " + home + "; start it with 'understudy start --daemon'", cause);
    }
}
