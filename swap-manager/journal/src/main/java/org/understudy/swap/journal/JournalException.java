package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why the journal cannot be opened, or did not take an entry: a sentence that names file, reason and way out. */
public class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with its sentence. */
    public JournalException(String sentence) {
        super(sentence);
    }

    /** Creates an exception with its sentence and what lies behind it. */
    public JournalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Something that could not be done with a file. */
    static JournalException of(Path file, String what, IOException failure, String wayOut) {
        return new JournalException(file + " " + what + ": " + reason(failure) + "; " + wayOut, failure);
    }

    /** The reason in words, where the exception's own message is a file's name only. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file " + failure.getMessage();
        }
        if (failure instanceof AccessDeniedException) {
            return "no access to " + failure.getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }
}
