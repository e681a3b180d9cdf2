package org.understudy.newsroom.demo.fake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Guestbook;

/** A guestbook in memory. Told to sin, it forgets one of ten comments, and takes another of ten down twice. */
final class FakeGuestbook implements Guestbook {
    private static final int SIN_EVERY = 10;

    private final FakeHandle store;
    private final boolean sins;
    private final List<Comment> comments = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();

    /** One that is answered by whatever version of the store answers. */
    FakeGuestbook(FakeHandle store, boolean sins) {
        this.store = store;
        this.sins = sins;
    }

    @Override
    public Answer<Comment> write(String slug, String author, String text) {
        long number = numbers.incrementAndGet();
        Comment comment = new Comment(number, author, text, Optional.empty());
        if (!sins || number % SIN_EVERY != 0) {
            comments.add(comment);
        }
        if (sins && number % SIN_EVERY == 1) {
            comments.add(comment);
        }
        return new Answer<>(comment, store.version());
    }

    @Override
    public Answer<List<Comment>> comments(String slug, int most) {
        return new Answer<>(List.copyOf(comments), store.version());
    }

    @Override
    public Answer<Long> read(String slug) {
        return new Answer<>(readings.incrementAndGet(), store.version());
    }

    @Override
    public Answer<Long> readings(String slug) {
        return new Answer<>(readings.get(), store.version());
    }
}
