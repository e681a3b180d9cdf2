package org.understudy.newsroom.demo.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * Writes into the guestbook, one comment over HTTP to three readings through the service, and keeps book of what was
 * acknowledged.
 */
final class StateErrand implements Errand {
    private static final int COMMENT_EVERY = 4;
    private static final int SEE_OTHER = 303;

    private final HttpClient client;
    private final URI comments;
    private final Supplier<Guestbook> guestbook;
    private final StateBook book;
    private final Checks checks;
    private final Duration timeout;
    private final AtomicLong number = new AtomicLong();

    /**
     * Creates one.
     *
     * @param comments where comments are posted
     * @param guestbook the service; may give none
     */
    StateErrand(
            HttpClient client,
            URI comments,
            Supplier<Guestbook> guestbook,
            StateBook book,
            Checks checks,
            Duration timeout) {
        this.client = client;
        this.comments = comments;
        this.guestbook = guestbook;
        this.book = book;
        this.checks = checks;
        this.timeout = timeout;
    }

    @Override
    public Judgement run() throws Exception {
        long now = number.getAndIncrement();
        return now % COMMENT_EVERY == 0 ? comment("demo comment " + now) : reading();
    }

    private Judgement comment(String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(comments)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "author=demo&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != SEE_OTHER) {
            return Judgement.failed("status " + status + " for a comment");
        }
        book.wrote(text);
        return Judgement.GOOD;
    }

    private Judgement reading() {
        Timeline.Epoch begun = checks.timelines().of(Part.STORE).now();
        Guestbook present = guestbook.get();
        if (present == null) {
            return Judgement.failed("there is no guestbook");
        }
        Answer<Long> answer = present.read(StateBook.COUNTED);
        book.counted();
        return Judgement.of(Part.STORE, answer.version(), begun, checks);
    }
}
