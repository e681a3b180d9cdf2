package org.understudy.newsroom;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What readers leave: comments, and how often each article was read. Resource {@code store}, critical. Safe for use by
 * many threads.
 */
@ConsumerType
public interface Guestbook {
    /** The longest name of an author, in characters. */
    int LONGEST_AUTHOR = 60;

    /** The longest comment, in characters. */
    int LONGEST_TEXT = 2000;

    /** The longest slug of an article, in characters. */
    int LONGEST_SLUG = 200;

    /** The most comments that an article takes. */
    int MOST_COMMENTS = 10_000;

    /**
     * Writes a comment. When this returns, the comment is on disk: it outlives the process, the machine's power, and
     * every swap.
     *
     * @param slug the article
     * @param author who writes; blank for somebody who does not say
     * @param text what
     * @return the comment as it was taken down
     * @throws CommentRefusedException if it is empty, too long or one too many, in words for who wrote it
     * @throws java.io.UncheckedIOException if it could not be written to disk; it is not there then
     */
    Answer<Comment> write(String slug, String author, String text);

    /** The latest comments on an article, at most so many, in the order in which they were written. */
    Answer<List<Comment>> comments(String slug, int most);

    /**
     * Counts a reading of an article, unless its slug is too long or the disk takes nothing more. What was counted
     * outlives the process and every swap; only a loss of power may take the last few.
     *
     * @return how often it was read, this time included
     */
    Answer<Long> read(String slug);

    /** How often an article was read. */
    Answer<Long> readings(String slug);
}
