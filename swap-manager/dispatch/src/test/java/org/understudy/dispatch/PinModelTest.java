package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts, in the interleavings that a model checker chooses, pinned requests that meet members of two configurations,
 * that meet a version after it was stopped, and that meet an old version when their thread has met the new one before.
 *
 * <p>That the hunt finds something is shown with parts left out: the second look of a request that enters a
 * configuration, and the drain that looks at a generation's own calls only. More schedules:
 * {@code -Dunderstudy.model.schedules=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PinModelTest {
    private static final int TICKET = Tickets.PINNED;
    private static final int UNPINNED = 3;
    private static final int SCHEDULES = Integer.getInteger("understudy.model.schedules", 100);

    @Test
    void a_pinned_request_meets_one_configuration_and_no_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new PinnedCalls(group, true)).enact(new Flips(group, 1, true));
        });
    }

    @Test
    void nor_does_one_that_straddles_two_flips() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new PinnedCalls(group, true)).enact(new Flips(group, 2, true));
        });
    }

    @Test
    void what_a_thread_has_met_without_a_pin_it_does_not_meet_older_under_one_and_the_other_way_round() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new CallsAroundAPin(group)).enact(new Flips(group, 1, true));
        });
    }

    @Test
    void the_model_checker_finds_the_request_that_slips_into_a_configuration_without_a_second_look() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(SCHEDULES, () -> {
                    Group group = new Group();
                    new Cast(new PinnedCalls(group, false)).enact(new Flips(group, 1, true));
                }));
        assertTrue(found.getMessage().contains("0 was called after it had been stopped"), found.getMessage());
    }

    @Test
    void the_model_checker_finds_the_version_that_is_stopped_when_the_drain_does_not_look_at_pins() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(SCHEDULES, () -> {
                    Group group = new Group();
                    new Cast(new PinnedCalls(group, true)).enact(new Flips(group, 1, false));
                }));
        assertTrue(found.getMessage().contains("0 was called after it had been stopped"), found.getMessage());
    }

    // The parts are classes of their own because the checker cannot look into lambdas and records.

    private static final class Member {
        private final int number;
        private volatile boolean stopped;

        Member(int number) {
            this.number = number;
        }
    }

    /** Two resources that only work together, and the way a request enters. */
    private static final class Group {
        private final Configurations configurations = new Configurations();
        private final Pointer sender = new Pointer(new Closed("no sender yet"));
        private final Pointer receiver = new Pointer(new Closed("no receiver yet"));

        Group() {
            flip(0);
        }

        List<Route> flip(int number) {
            return configurations.flip(List.of(sender, receiver), List.of(generation(number), generation(number)));
        }

        private static Generation generation(int number) {
            return new Generation("version " + number, new Member(number));
        }

        static int meet(Generation generation, int ticket) {
            try {
                Member member = (Member) generation.target(0);
                if (member.stopped) {
                    throw new AssertionError(member.number + " was called after it had been stopped");
                }
                return member.number;
            } finally {
                generation.leave(ticket);
            }
        }

        static void judge(boolean right, int then, int now) {
            if (!right) {
                throw new AssertionError(now + " was met after " + then);
            }
        }
    }

    private static final class PinnedCalls implements Runnable {
        private final Group group;
        private final boolean secondLook;

        PinnedCalls(Group group, boolean secondLook) {
            this.group = group;
            this.secondLook = secondLook;
        }

        @Override
        public void run() {
            if (secondLook) {
                View view = new View(group.configurations);
                int met = Group.meet(view.enter(group.sender, TICKET), TICKET);
                int then = Group.meet(view.enter(group.receiver, TICKET), TICKET);
                Group.judge(met == then, met, then);
                view.leave();
            } else {
                Configuration configuration = group.configurations.now();
                configuration.arrive();
                Group.meet(configuration.of(group.sender).enter(TICKET), TICKET);
                configuration.leave();
            }
        }
    }

    private static final class CallsAroundAPin implements Runnable {
        private final Group group;

        CallsAroundAPin(Group group) {
            this.group = group;
        }

        @Override
        public void run() {
            int before = Group.meet(group.sender.enter(UNPINNED), UNPINNED);
            View view = new View(group.configurations);
            int pinned = Group.meet(view.enter(group.receiver, TICKET), TICKET);
            view.leave();
            Group.judge(pinned >= before, before, pinned);
            int after = Group.meet(group.sender.enter(UNPINNED), UNPINNED);
            Group.judge(after >= pinned, pinned, after);
        }
    }

    /** Flips, and stops what its drain says is empty. Looks once: the checker chooses when. */
    private static final class Flips implements Runnable {
        private final Group group;
        private final int flips;
        private final boolean looksAtPins;

        Flips(Group group, int flips, boolean looksAtPins) {
            this.group = group;
            this.flips = flips;
            this.looksAtPins = looksAtPins;
        }

        @Override
        public void run() {
            for (int number = 1; number <= flips; number++) {
                for (Route left : group.flip(number)) {
                    stopIfEmpty((Generation) left);
                }
            }
        }

        /** As {@link Drain} does, with the cells alone that the other thread can use. */
        private void stopIfEmpty(Generation left) {
            boolean unpinned = !looksAtPins || left.pins() == 0;
            if (unpinned && left.inside(TICKET) == 0 && left.inside(UNPINNED) == 0) {
                ((Member) left.target(0)).stopped = true;
            }
        }
    }
}
