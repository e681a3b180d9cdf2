package org.understudy.launcher;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.osgi.framework.BundleException;

/** Says in words why something failed, for a message to the user. */
final class Reason {
    private Reason() {}

    /** What an exception says, or what lies behind it where it only says that something failed. */
    static String of(Throwable thrown) {
        Throwable reason = thrown;
        while (saysNothing(reason)
                && reason.getCause() != null
                && reason.getCause().getMessage() != null) {
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

    /** The framework wraps what an activator throws; so do unchecked exceptions, and those that carry no words. */
    private static boolean saysNothing(Throwable thrown) {
        return thrown.getMessage() == null
                || thrown instanceof UncheckedIOException
                || thrown instanceof BundleException exception
                        && exception.getType() == BundleException.ACTIVATOR_ERROR;
    }
}
