package org.understudy.launcher;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why something failed, for a message to the user. */
final class Reason {
    private Reason() {}

    /** The innermost cause that has something to say. File system exceptions carry only the path as their message. */
    static String of(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null && reason.getCause().getMessage() != null) {
            reason = reason.getCause();
        }
        if (reason instanceof AccessDeniedException) {
            return "permission denied: " + reason.getMessage();
        }
        if (reason instanceof NoSuchFileException) {
            return "no such file: " + reason.getMessage();
        }
        if (reason instanceof FileAlreadyExistsException || reason instanceof NotDirectoryException) {
            return "a file is in the way: " + reason.getMessage();
        }
        String message = reason.getMessage() == null ? reason.getClass().getName() : reason.getMessage();
        // Felix says the same once more for its own bookkeeping.
        int repetition = message.indexOf(" Unresolved requirements: ");
        return repetition < 0 ? message : message.substring(0, repetition);
    }
}
