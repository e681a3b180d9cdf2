package org.understudy.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Lets two threads run side by side through rows of fresh states, so that they meet in many of them within
 * nanoseconds, and counts the states in which neither saw what the other had done.
 *
 * @param <S> the state
 */
final class Collisions<S> {
    private static final int ROW = 512;
    private static final int SPINS = 1_000;

    private final Supplier<S> states;
    private final BiConsumer<S, II_Result> caller;
    private final BiConsumer<S, II_Result> swapper;

    /** The row to run through; the last one has no states. */
    private volatile List<Meeting<S>> row = List.of();

    /** The row that the caller has run through. */
    private volatile List<Meeting<S>> called = row;

    private record Meeting<S>(S state, II_Result seen) {}

    Collisions(Supplier<S> states, BiConsumer<S, II_Result> caller, BiConsumer<S, II_Result> swapper) {
        this.states = states;
        this.caller = caller;
        this.swapper = swapper;
    }

    /** How often both results were 0. */
    long bothBlind(Duration time) {
        long[] blind = new long[1];
        List<Meeting<S>> start = row;
        new Cast(() -> call(start)).enact(() -> blind[0] = swap(System.nanoTime() + time.toNanos()));
        return blind[0];
    }

    private void call(List<Meeting<S>> start) {
        List<Meeting<S>> before = start;
        do {
            List<Meeting<S>> mine = row;
            for (int spin = 0; mine == before; spin++, mine = row) {
                pause(spin);
            }
            for (Meeting<S> meeting : mine) {
                caller.accept(meeting.state, meeting.seen);
            }
            called = mine;
            before = mine;
        } while (!before.isEmpty());
    }

    private long swap(long end) {
        long blind = 0;
        while (System.nanoTime() < end) {
            List<Meeting<S>> mine = Stream.generate(() -> new Meeting<>(states.get(), new II_Result()))
                    .limit(ROW)
                    .toList();
            row = mine;
            for (Meeting<S> meeting : mine) {
                swapper.accept(meeting.state, meeting.seen);
            }
            for (int spin = 0; called != mine; spin++) {
                pause(spin);
            }
            blind += mine.stream()
                    .filter(meeting -> meeting.seen.r1 == 0 && meeting.seen.r2 == 0)
                    .count();
        }
        row = Stream.<Meeting<S>>empty().toList();
        return blind;
    }

    private static void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }
}
