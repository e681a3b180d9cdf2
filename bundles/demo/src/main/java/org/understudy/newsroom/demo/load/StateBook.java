package org.understudy.newsroom.demo.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Guestbook;

/** What was written into the guestbook and acknowledged, to be compared with what stands in it. Safe for many threads. */
public final class StateBook {
    /** What the readings of this are counted by the demo alone. */
    static final String COUNTED = "demo-readings";

    private final Queue<String> comments = new ConcurrentLinkedQueue<>();
    private final AtomicLong readings = new AtomicLong();

    /**
     * What became of what was acknowledged.
     *
     * @param written how many comments and readings were
     * @param lost how many of them are not there
     * @param doubled how many are there more than once
     */
    public record Balance(long written, long lost, long doubled) {}

    /** A comment with this text was acknowledged; no other has it. */
    void wrote(String text) {
        comments.add(text);
    }

    /** A reading was acknowledged. */
    void counted() {
        readings.incrementAndGet();
    }

    /** Compares; to be called when nothing is written any more. */
    Balance balance(Guestbook guestbook, String slug) {
        Map<String, Integer> found = new HashMap<>();
        for (Comment comment : guestbook.comments(slug, Guestbook.MOST_COMMENTS).value()) {
            found.merge(comment.text(), 1, Integer::sum);
        }
        List<String> acknowledged = new ArrayList<>(comments);
        long there = guestbook.readings(COUNTED).value();
        long lost =
                acknowledged.stream().filter(text -> !found.containsKey(text)).count();
        long doubled = found.values().stream().mapToLong(times -> times - 1L).sum();
        return new Balance(acknowledged.size() + readings.get(), lost + Math.max(0, readings.get() - there), doubled);
    }
}
