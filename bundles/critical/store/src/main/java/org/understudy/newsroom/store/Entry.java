package org.understudy.newsroom.store;

import org.understudy.newsroom.Comment;

/** One line of a guestbook. */
public sealed interface Entry {
    /** The article that it is about. */
    String slug();

    /**
     * Somebody wrote a comment.
     *
     * @param slug the article
     * @param comment the comment
     */
    record Written(String slug, Comment comment) implements Entry {}

    /**
     * An article was read.
     *
     * @param slug the article
     * @param times how often by then
     */
    record Read(String slug, long times) implements Entry {}
}
