package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Hunts calls that pass a gate as nested ones and reach a version which was stopped, in the interleavings that a model
 * checker chooses. The worst case is taken: the call around is in no generation that anybody drains.
 *
 * <p>More schedules: {@code -Dunderstudy.model.schedules=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GateModelTest {
    private static final int OWN = 3;
    private static final int SHARED = Tickets.OWN + 1;
    private static final int SCHEDULES = Integer.getInteger("understudy.model.schedules", 100);

    @Test
    void no_nested_call_reaches_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Emptied emptied = new Emptied();
            new Cast(new NestedCall(emptied, OWN)).enact(new Stop(emptied, true, OWN));
        });
    }

    @Test
    void no_nested_calls_with_one_cell_reach_a_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Emptied emptied = new Emptied();
            new Cast(new NestedCall(emptied, SHARED), new NestedCall(emptied, SHARED))
                    .enact(new Stop(emptied, true, SHARED));
        });
    }

    // On Java 25 the checker ends its search, however many schedules it may try, before it comes to the one that fails.
    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void the_model_checker_finds_the_nested_call_that_slips_in_when_nothing_is_drained_after_the_seal() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(SCHEDULES, () -> {
                    Emptied emptied = new Emptied();
                    new Cast(new NestedCall(emptied, OWN)).enact(new Stop(emptied, false, OWN));
                }));

        assertTrue(found.getMessage().contains("old was called after it had been stopped"), found.getMessage());
    }

    // The parts are classes of their own because the checker cannot look into lambdas and records.

    /** A generation that is left, behind its gate. Every name begins with nothing, so every call is a nested one. */
    private static final class Emptied {
        private final Play.Actor old = new Play.Actor("old");
        private final Generation leaving = new Generation("old", old);
        private final Gate gate = new Gate("too late", 0, leaving, "");
    }

    private static final class NestedCall implements Runnable {
        private final Emptied emptied;
        private final int ticket;

        NestedCall(Emptied emptied, int ticket) {
            this.emptied = emptied;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            Generation generation = emptied.gate.enterAgain(ticket);
            if (generation != null) {
                emptied.old.play();
                emptied.old.play();
                generation.leave(ticket);
            }
        }
    }

    private static final class Stop implements Runnable {
        private final Emptied emptied;
        private final boolean twice;
        private final int ticket;

        Stop(Emptied emptied, boolean twice, int ticket) {
            this.emptied = emptied;
            this.twice = twice;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            boolean empty = emptied.leaving.inside(ticket) == 0;
            emptied.gate.seal();
            if (empty && (!twice || emptied.leaving.inside(ticket) == 0)) {
                emptied.old.stop();
            }
        }
    }
}
