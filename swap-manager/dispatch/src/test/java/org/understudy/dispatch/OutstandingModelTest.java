package org.understudy.dispatch;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts work that outlives its call and goes on in a version which was stopped because its drain said that nothing was
 * outstanding, in the interleavings that a model checker chooses. The wrong order of the drain's looks takes more switches
 * than it tries in reasonable time: {@link OutstandingStormTest} finds that.
 *
 * <p>More schedules: {@code -Dunderstudy.model.schedules=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutstandingModelTest {
    private static final int OWN = 3;
    private static final int SHARED = Tickets.OWN + 1;
    private static final int SCHEDULES = Integer.getInteger("understudy.model.schedules", 100);

    @Test
    void no_work_goes_on_in_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Play play = new Play(Entry.REAL);
            new Cast(new Client(play, OWN, false)).enact(new Swap(play, OWN));
        });
    }

    @Test
    void no_work_that_was_begun_by_other_work_goes_on_in_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Play play = new Play(Entry.REAL);
            new Cast(new Client(play, SHARED, true)).enact(new Swap(play, SHARED));
        });
    }

    // The parts are classes of their own because the checker cannot look into lambdas and records.

    /** One call, which leaves work behind; the work goes on when the call has returned, and may begin more. */
    private static final class Client implements Runnable {
        private final Play play;
        private final int ticket;
        private final boolean begetting;

        Client(Play play, int ticket, boolean begetting) {
            this.play = play;
            this.ticket = ticket;
            this.begetting = begetting;
        }

        @Override
        public void run() {
            Generation generation = play.pointer().enter(ticket);
            Play.Actor actor = (Play.Actor) generation.target(0);
            Outstanding.Work work = generation.outstanding().begin();
            generation.leave(ticket);
            if (begetting) {
                Outstanding.Work more = generation.outstanding().begin();
                work.end();
                work = more;
            }
            actor.play();
            work.end();
        }
    }

    private static final class Swap implements Runnable {
        private final Play play;
        private final int ticket;
        private final Play.Actor first = new Play.Actor("first");
        private final Generation old;

        Swap(Play play, int ticket) {
            this.play = play;
            this.ticket = ticket;
            old = play.show(first);
        }

        @Override
        public void run() {
            play.show(new Play.Actor("second"));
            if (old.inside(ticket) == 0 && old.outstanding().count() == 0) {
                first.stop();
            }
        }
    }
}
