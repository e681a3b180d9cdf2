package org.understudy.newsroom;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader has written below an article.
 *
 * @param number its number in the guestbook, from 1 on; no other comment has or gets it
 * @param author who wrote it, as they call themselves
 * @param text what they wrote; lines are separated by {@code \n}
 * @param posted when, where the guestbook remembers that
 */
public record Comment(long number, String author, String text, Optional<Instant> posted) {
    public Comment {
        if (number < 1) {
            throw new IllegalArgumentException("comments are numbered from 1 on, not " + number);
        }
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(posted, "posted");
    }
}
