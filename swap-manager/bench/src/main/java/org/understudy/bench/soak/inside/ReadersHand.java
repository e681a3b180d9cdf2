package org.understudy.bench.soak.inside;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Guestbook;

/**
 * Writes into the guestbook, alone, and reads back what it has written: a reading is counted many times a second, a
 * comment is written every other second. So few, because the guestbook keeps every one, and what it keeps must not look
 * like a leak.
 */
final class ReadersHand {
    private static final int A_SLUG = Guestbook.MOST_COMMENTS / 2;
    private static final int READ_BACK = 20;
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int BREATHS_A_COMMENT = 100;

    private final Guestbook guestbook;
    private final Tally tally;
    private volatile long written;
    private long readings;

    /** Goes on after so many comments of the processes before; looks whether they are all there. */
    ReadersHand(Services services, Tally tally, long acknowledged) {
        this.guestbook = services.get(Guestbook.class);
        this.tally = tally;
        long found = 0;
        for (long first = 0; first <= acknowledged; first += A_SLUG) {
            found += comments(first, Guestbook.MOST_COMMENTS).size();
        }
        if (found < acknowledged) {
            tally.failure("of " + acknowledged + " comments of the runs before " + found + " are there");
        }
        this.written = found;
        this.readings = guestbook.readings(slug(0)).value();
    }

    /** Under which article the comment of this number stands, from 0. */
    static String slug(long number) {
        return "soak-" + number / A_SLUG;
    }

    long written() {
        return written;
    }

    void write(BooleanSupplier over) {
        for (int breath = 1; !over.getAsBoolean(); breath++) {
            try {
                count();
                if (breath % BREATHS_A_COMMENT == 0) {
                    comment();
                }
                tally.answered();
            } catch (RuntimeException | LinkageError | VirtualMachineError e) {
                tally.failure("the guestbook threw " + e);
                readings = guestbook.readings(slug(0)).value();
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }

    private void count() {
        long now = guestbook.read(slug(0)).value();
        if (now != readings + 1) {
            tally.failure("there were " + readings + " readings, and the next makes it " + now);
        }
        readings = now;
    }

    private void comment() {
        long number = written;
        guestbook.write(slug(number), "reader", Long.toString(number));
        written = number + 1;
        List<Comment> latest = comments(number, READ_BACK);
        if (latest.isEmpty() || !latest.get(latest.size() - 1).text().equals(Long.toString(number))) {
            tally.failure("comment " + number + " is not the last one of " + texts(latest));
        }
    }

    /** Looks whether all that was ever written is there, each once and in order. */
    void readBack() {
        for (long first = 0; first < written; first += A_SLUG) {
            List<String> found = texts(comments(first, Guestbook.MOST_COMMENTS));
            for (int i = 0; i < found.size(); i++) {
                if (!found.get(i).equals(Long.toString(first + i))) {
                    tally.failure("in place of comment " + (first + i) + " there is " + found.get(i));
                    return;
                }
            }
            long expected = Math.min(A_SLUG, written - first);
            if (found.size() != expected) {
                tally.failure("from comment " + first + " there are " + found.size() + " instead of " + expected);
            }
        }
    }

    private List<Comment> comments(long number, int most) {
        return guestbook.comments(slug(number), most).value();
    }

    private static List<String> texts(List<Comment> comments) {
        return comments.stream().map(Comment::text).toList();
    }
}
