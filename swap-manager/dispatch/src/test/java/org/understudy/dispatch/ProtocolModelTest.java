package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts calls that reach a version which was stopped because its drain said that nobody was inside, by running swaps
 * and calls in the interleavings that a model checker chooses.
 *
 * <p>The checker takes memory to be sequentially consistent; what processors and compilers may do beyond that is
 * hunted by {@link OrderingStressTest}. More schedules: {@code -Dunderstudy.model.schedules=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolModelTest {
    private static final int OWN = 3;
    private static final int SHARED = Tickets.OWN + 1;
    private static final int SCHEDULES = Integer.getInteger("understudy.model.schedules", 100);

    @Test
    void no_call_with_a_cell_of_its_own_reaches_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Play play = new Play(Entry.REAL);
            new Cast(new Caller(play, OWN)).enact(new Swap(play, OWN));
        });
    }

    @Test
    void no_call_with_a_shared_cell_reaches_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Play play = new Play(Entry.REAL);
            new Cast(new Caller(play, SHARED), new Caller(play, SHARED)).enact(new Swap(play, SHARED));
        });
    }

    @Test
    void no_call_reaches_a_version_that_was_stopped_after_having_been_on_stage_twice() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Play play = new Play(Entry.REAL);
            new Cast(new Caller(play, OWN)).enact(new ThereAndBack(play, OWN));
        });
    }

    @Test
    void the_model_checker_finds_the_call_that_slips_in_when_the_second_look_is_left_out() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(SCHEDULES, () -> {
                    Play play = new Play(Entry.WITHOUT_RECHECK);
                    new Cast(new Caller(play, OWN)).enact(new Swap(play, OWN));
                }));

        assertTrue(found.getMessage().contains("first was called after it had been stopped"), found.getMessage());
    }

    // The parts are classes of their own because the checker cannot look into lambdas and records.

    private static final class Caller implements Runnable {
        private final Play play;
        private final int ticket;

        Caller(Play play, int ticket) {
            this.play = play;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            play.call(ticket);
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
            if (old.inside(ticket) == 0) {
                first.stop();
            }
        }
    }

    /** From the first version to the second, back to the first, on to a third; then the first may be stopped. */
    private static final class ThereAndBack implements Runnable {
        private final Play play;
        private final int ticket;
        private final Play.Actor first = new Play.Actor("first");
        private final Generation old;

        ThereAndBack(Play play, int ticket) {
            this.play = play;
            this.ticket = ticket;
            old = play.show(first);
        }

        @Override
        public void run() {
            Play.Actor second = new Play.Actor("second");
            Generation interlude = play.show(second);
            Generation again = play.show(first);
            if (interlude.inside(ticket) == 0) {
                second.stop();
            }
            play.show(new Play.Actor("third"));
            if (old.inside(ticket) == 0 && again.inside(ticket) == 0) {
                first.stop();
            }
        }
    }
}
