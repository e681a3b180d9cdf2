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

    /** It ends with the first find. */
    private static final int HUNT = 10 * SCHEDULES;

    @Test
    void a_pinned_request_meets_one_configuration_and_no_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new PinnedCalls(group)).enact(new Flips(group, 1));
        });
    }

    @Test
    void nor_does_one_that_straddles_two_flips() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new PinnedCalls(group)).enact(new Flips(group, 2));
        });
    }

    @Test
    void what_a_thread_has_met_without_a_pin_it_does_not_meet_older_under_one_and_the_other_way_round() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new CallsAroundAPin(group)).enact(new Flips(group, 1));
        });
    }

    @Test
    void a_request_that_enters_while_the_resource_is_swapped_meets_no_stopped_version() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new EntersAndCalls(group, true)).enact(new Swaps(group, true));
        });
    }

    @Test
    void the_model_checker_finds_the_request_that_slips_into_a_configuration_without_a_second_look() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(HUNT, () -> {
                    Group group = new Group();
                    new Cast(new EntersAndCalls(group, false)).enact(new Swaps(group, true));
                }));
        assertTrue(found.getMessage().contains("0 was called after it had been stopped"), found.getMessage());
    }

    @Test
    void the_model_checker_finds_the_version_that_is_stopped_when_the_drain_does_not_look_at_pins() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(HUNT, () -> {
                    Group group = new Group();
                    new Cast(new EntersAndCalls(group, true)).enact(new Swaps(group, false));
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

        /**
         * As {@link Drain} does, with the cells alone that the other thread can use. Looks once: the checker chooses when.
         */
        static void stopIfEmpty(Generation left, boolean looksAtPins) {
            boolean unpinned = !looksAtPins || left.pins() == 0;
            if (unpinned && left.inside(TICKET) == 0 && left.inside(UNPINNED) == 0) {
                ((Member) left.target(0)).stopped = true;
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

        PinnedCalls(Group group) {
            this.group = group;
        }

        @Override
        public void run() {
            View view = new View(group.configurations);
            int met = Group.meet(view.enter(group.sender, TICKET), TICKET);
            int then = Group.meet(view.enter(group.receiver, TICKET), TICKET);
            Group.judge(met == then, met, then);
            view.leave();
        }
    }

    /** Enters the current configuration, as {@link Configurations#enter} does or without a second look, and calls. */
    private static final class EntersAndCalls implements Runnable {
        private final Group group;
        private final boolean secondLook;

        EntersAndCalls(Group group, boolean secondLook) {
            this.group = group;
            this.secondLook = secondLook;
        }

        @Override
        public void run() {
            Configuration configuration = secondLook ? group.configurations.enter() : group.configurations.now();
            if (!secondLook) {
                configuration.arrive();
            }
            Group.meet(configuration.of(group.sender).enter(TICKET), TICKET);
            configuration.leave();
        }
    }

    /** Swaps one of the two, and stops the old version if its drain says that it is empty. */
    private static final class Swaps implements Runnable {
        private final Group group;
        private final boolean looksAtPins;

        Swaps(Group group, boolean looksAtPins) {
            this.group = group;
            this.looksAtPins = looksAtPins;
        }

        @Override
        public void run() {
            Generation left = (Generation) group.sender.route();
            group.configurations.flip(List.of(group.sender), List.of(Group.generation(1)));
            Group.stopIfEmpty(left, looksAtPins);
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

    /** Flips both, and stops what its drain says is empty. */
    private static final class Flips implements Runnable {
        private final Group group;
        private final int flips;

        Flips(Group group, int flips) {
            this.group = group;
            this.flips = flips;
        }

        @Override
        public void run() {
            for (int number = 1; number <= flips; number++) {
                List<Route> left = group.flip(number);
                Group.stopIfEmpty((Generation) left.get(0), true);
                Group.stopIfEmpty((Generation) left.get(1), true);
            }
        }
    }
}
