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
 * Hunts, in the interleavings that a model checker chooses, threads that meet an old member of a group after a new one,
 * or were told of a new one and meet an old one, and calls of members that were stopped.
 *
 * <p>More schedules: {@code -Dunderstudy.model.schedules=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupModelTest {
    private static final int OWN = 3;
    private static final int SHARED = Tickets.OWN + 1;
    private static final int SCHEDULES = Integer.getInteger("understudy.model.schedules", 100);

    @Test
    void a_thread_that_met_a_new_member_meets_no_old_one_afterwards_and_no_stopped_one() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new CallsInTurn(group, OWN)).enact(new Flip(group, true, OWN));
        });
    }

    @Test
    void a_thread_that_was_told_of_a_new_member_meets_no_old_one_afterwards() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new Tells(group, SHARED), new Listens(group, SHARED)).enact(new Flip(group, true, SHARED));
        });
    }

    @Test
    void a_second_flip_right_after_the_first_admits_nobody_to_what_has_drained() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Group group = new Group();
            new Cast(new CallsInTurn(group, OWN)).enact(new FlipsTwice(group, OWN));
        });
    }

    @Test
    void the_model_checker_finds_the_old_member_that_is_met_when_one_pointer_moves_after_the_other() {
        LincheckAssertionError found = assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(SCHEDULES, () -> {
                    Group group = new Group();
                    new Cast(new CallsInTurn(group, OWN)).enact(new Flip(group, false, OWN));
                }));

        assertTrue(found.getMessage().contains("0 was met after 1"), found.getMessage());
    }

    // The parts are classes of their own because the checker cannot look into lambdas and records.

    private static final class Member {
        private final int number;
        private volatile boolean stopped;

        Member(int number) {
            this.number = number;
        }
    }

    /** Two resources that only work together. */
    private static final class Group {
        private final Pointer sender = new Pointer(new Closed("no sender yet"));
        private final Pointer receiver = new Pointer(new Closed("no receiver yet"));
        private volatile int told;

        Group() {
            sender.publish(generation(0));
            receiver.publish(generation(0));
        }

        static Generation generation(int number) {
            return new Generation("version " + number, new Member(number));
        }

        int meet(Pointer pointer, int ticket) {
            Generation generation = pointer.enter(ticket);
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

        void stopIfEmpty(Route old, int ticket) {
            Generation generation = (Generation) old;
            if (generation.inside(ticket) == 0) {
                ((Member) generation.target(0)).stopped = true;
            }
        }

        static void judge(int then, int now) {
            if (now < then) {
                throw new AssertionError(now + " was met after " + then);
            }
        }
    }

    private static final class CallsInTurn implements Runnable {
        private final Group group;
        private final int ticket;

        CallsInTurn(Group group, int ticket) {
            this.group = group;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            int met = group.meet(group.sender, ticket);
            Group.judge(met, group.meet(group.receiver, ticket));
        }
    }

    private static final class Tells implements Runnable {
        private final Group group;
        private final int ticket;

        Tells(Group group, int ticket) {
            this.group = group;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            group.told = group.meet(group.sender, ticket);
        }
    }

    private static final class Listens implements Runnable {
        private final Group group;
        private final int ticket;

        Listens(Group group, int ticket) {
            this.group = group;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            int told = group.told;
            Group.judge(told, group.meet(group.receiver, ticket));
        }
    }

    private static final class Flip implements Runnable {
        private final Group group;
        private final boolean atOnce;
        private final int ticket;

        Flip(Group group, boolean atOnce, int ticket) {
            this.group = group;
            this.atOnce = atOnce;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            Route oldSender = group.sender.route();
            Route oldReceiver = group.receiver.route();
            if (atOnce) {
                GroupFlip.publish(
                        List.of(group.sender, group.receiver), List.of(Group.generation(1), Group.generation(1)));
            } else {
                group.sender.publish(Group.generation(1));
                group.receiver.publish(Group.generation(1));
            }
            group.stopIfEmpty(oldSender, ticket);
            group.stopIfEmpty(oldReceiver, ticket);
        }
    }

    private static final class FlipsTwice implements Runnable {
        private final Group group;
        private final int ticket;

        FlipsTwice(Group group, int ticket) {
            this.group = group;
            this.ticket = ticket;
        }

        @Override
        public void run() {
            for (int number = 1; number <= 2; number++) {
                List<Route> before = GroupFlip.publish(
                        List.of(group.sender, group.receiver),
                        List.of(Group.generation(number), Group.generation(number)));
                group.stopIfEmpty(before.get(0), ticket);
                group.stopIfEmpty(before.get(1), ticket);
            }
        }
    }
}
