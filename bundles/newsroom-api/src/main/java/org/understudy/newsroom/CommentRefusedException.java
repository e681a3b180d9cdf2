package org.understudy.newsroom;

/** A comment was not taken down; the message says why, to whoever wrote it. */
public class CommentRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public CommentRefusedException(String reason) {
        super(reason);
    }
}
