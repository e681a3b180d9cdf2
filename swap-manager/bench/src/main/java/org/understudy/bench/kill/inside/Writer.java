package org.understudy.bench.kill.inside;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.understudy.newsroom.Guestbook;

/** Writes comments 1, 2, 3, … and says of each that it is written once the store has said so. */
final class Writer implements Runnable {
    private static final int LAST = Guestbook.MOST_COMMENTS;
    /** The disk is the operations' too. */
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final Services services;
    private final long run;
    private volatile boolean over;

    Writer(Services services, long run) {
        this.services = services;
        this.run = run;
    }

    /** Under which article the comments of a run stand. */
    static String slug(long run) {
        return "run-" + run;
    }

    /** The runtime ends: what is not taken any more is no trouble. */
    void ends() {
        over = true;
    }

    @Override
    public void run() {
        Guestbook guestbook = services.get(Guestbook.class);
        for (int number = 1; number <= LAST; number++) {
            try {
                guestbook.write(slug(run), "actor", Integer.toString(number));
            } catch (RuntimeException e) {
                if (over) {
                    return; // nobody takes comments any more
                }
                Actor.say("trouble comment " + number + " was not taken: " + e);
                return;
            }
            Actor.say("wrote " + run + " " + number);
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }
}
