package org.understudy.newsroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** How the files of a guestbook are opened for reading. */
@FunctionalInterface
interface Opening {
    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there (any more)
     */
    InputStream open(Path file) throws IOException;
}
