package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why the journal cannot be opened, or did not take an entry: a sentence that names file, reason and way out. */
public class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean undecided;

    /** Creates an exception with its sentence. */
    public JournalException(String sentence) {
        super(sentence);
        this.undecided = false;
    }

    /** Creates an exception with its sentence and what lies behind it. */
    public JournalException(String sentence, Throwable cause) {
        this(sentence, cause, false);
    }

    private JournalException(String sentence, Throwable cause, boolean undecided) {
        super(sentence, cause);
        this.undecided = undecided;
    }

    /** Whether what was refused may be found after a restart all the same, because taking it back failed too. */
    public boolean undecided() {
        return undecided;
    }

    /** Something that could not be done with a file. */
    static JournalException of(Path file, String what, IOException failure, String wayOut) {
        return new JournalException(file + " " + what + ": " + reason(failure) + "; " + wayOut, failure);
    }

    /** Something that could not be done, and may have been done by halves. */
    static JournalException undecided(Path file, String what, IOException failure, JournalException afterwards) {
        JournalException undecided = new JournalException(
                file + " " + what + ": " + reason(failure) + "; after a restart it may be there all the same, because "
                        + afterwards.getMessage(),
                failure,
                true);
        undecided.addSuppressed(afterwards);
        return undecided;
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
