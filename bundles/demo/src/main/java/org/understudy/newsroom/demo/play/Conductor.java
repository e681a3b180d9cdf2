package org.understudy.newsroom.demo.play;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Meters;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Windows;

/**
 * Plays the schedule: says beforehand which versions may answer, lets the mechanism do its work, and measures what it
 * did to the callers. Leaves before each swap as much quiet as a swap of that part takes. For one thread.
 */
public final class Conductor implements Callable<Void> {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(5);
    private static final long LEAST_QUIET = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long MOST_QUIET = TimeUnit.SECONDS.toNanos(4);
    private static final long LONGEST_TRIAL = TimeUnit.SECONDS.toNanos(20);
    private static final long ON_STAGE = TimeUnit.MILLISECONDS.toNanos(400);

    private final Schedule schedule;
    private final Mechanism mechanism;
    private final Repertoire repertoire;
    private final JudgeWatch watch;
    private final Checks checks;
    private final Meters meters;
    private final Map<Part, Object> services;
    private final Logbook logbook;
    private final long startNanos = System.nanoTime();
    private final Map<Part, Long> usualNanos = new EnumMap<>(Part.class);
    private long lastEnd = startNanos;

    /**
     * Takes its place.
     *
     * @param watch told before a swap begins and when it has ended
     * @param services the service object of each part through which flips are probed
     */
    public Conductor(
            Schedule schedule,
            Mechanism mechanism,
            Repertoire repertoire,
            JudgeWatch watch,
            Checks checks,
            Meters meters,
            Map<Part, Object> services,
            Logbook logbook) {
        this.schedule = schedule;
        this.mechanism = mechanism;
        this.repertoire = repertoire;
        this.watch = watch;
        this.checks = checks;
        this.meters = meters;
        this.services = services;
        this.logbook = logbook;
        logbook.begin(startNanos);
    }

    /** Plays to the end, which is not before the schedule's duration is over. */
    @Override
    public Void call() throws InterruptedException {
        long span = schedule.duration().toNanos() - WARM_UP;
        long operation = 0;
        for (Act act : schedule.acts()) {
            if (act.fault().isPresent() && !mechanism.survives(act.fault().get())) {
                continue;
            }
            sleepUntil(startNanos + WARM_UP + span * operation / schedule.operations());
            perform(act);
            operation += act.operations();
        }
        for (List<Part> unit : Part.UNITS) {
            mechanism.settle(unit);
        }
        sleepUntil(startNanos + schedule.duration().toNanos());
        return null;
    }

    private void perform(Act act) throws InterruptedException {
        act.fault().ifPresent(logbook::shown);
        mechanism.settle(act.parts());
        Lineup before = Lineup.of(act.parts(), mechanism::active);
        Lineup next = Lineup.of(
                act.parts(),
                part -> act.again()
                        ? before.version(part)
                        : act.fault()
                                .map(Fault::version)
                                .orElseGet(() -> repertoire.after(part, before.version(part))));
        if (act.fault().isEmpty() && !act.again() && next.offering() == Offering.SERVICE) {
            meters.probe().arm(next.first(), services.get(next.first()));
        }
        long begun = System.nanoTime();
        Turn turn = change(act, before, next, () -> act.again() ? mechanism.again(act.parts()) : mechanism.swap(next));
        if (turn.flipped() != (act.fate() != Fate.REFUSED)) {
            unexpected("swap", before, next, turn);
        }
        if (turn.flipped()) {
            goOn(act, before, next, begun, turn);
        }
        meters.probe().disarm();
    }

    private void goOn(Act act, Lineup before, Lineup next, long begun, Turn turn) throws InterruptedException {
        switch (act.fate()) {
            case TAKEN_BACK -> {
                pause(ON_STAGE);
                takeBack(act, before, next);
            }
            case SUPERSEDED -> {
                pause(ON_STAGE);
                supersede(act, before, next);
            }
            case JUDGED -> judge(act, before, next, begun, turn.flippedNanos());
            case STAYS, REFUSED -> {}
        }
    }

    private void takeBack(Act act, Lineup before, Lineup next) throws InterruptedException {
        if (gone(next)) {
            return;
        }
        Turn back = change(act, next, before, () -> mechanism.rollBack(act.parts()));
        if (!gone(next) || !back.active().equals(before)) {
            unexpected("rollback", next, before, back);
        }
    }

    /** The judge was quicker. */
    private boolean gone(Lineup lineup) {
        return !Lineup.of(lineup.parts(), mechanism::active).equals(lineup);
    }

    private void supersede(Act act, Lineup before, Lineup next) throws InterruptedException {
        if (gone(next)) {
            return;
        }
        long begin = System.nanoTime();
        Turn again = change(act, before, next, () -> mechanism.supersede(next));
        if (!again.flipped()) {
            if (gone(next)) {
                unexpected("swap in its own place", next, next, again);
            } // else it has stood in the meantime, and there is nothing to supersede
            return;
        }
        logbook.add(
                new Entry(
                        next,
                        before,
                        logbook.millis(begin),
                        0,
                        0,
                        Turn.Outcome.ROLLED_BACK,
                        "",
                        "a further version supersedes it"),
                0);
    }

    /** Leaves what is on stage to the judge; takes it back by hand where the judge finds nothing. */
    private void judge(Act act, Lineup before, Lineup next, long begun, long flipped) throws InterruptedException {
        checks.windows().open();
        long deadline = System.nanoTime() + LONGEST_TRIAL;
        Optional<Retreat> retreat =
                watch.await(next, begun, () -> mechanism.undecided(act.parts()) && System.nanoTime() - deadline < 0);
        long end = System.nanoTime() + Windows.AFTERMATH_NANOS;
        checks.windows().closeAt(end);
        sleepUntil(end + TimeUnit.MILLISECONDS.toNanos(5));
        meters.gaps().pass(end);
        lastEnd = end;
        long until = retreat.map(Retreat::flippedNanos).orElse(end);
        if (mechanism.judges()) {
            logbook.tried(new Trial(act.fault().orElseThrow(), retreat.isPresent(), (until - flipped) / 1e6));
        }
        if (retreat.isEmpty()) {
            takeBack(act, before, next);
        }
    }

    private void unexpected(String what, Lineup from, Lineup to, Turn turn) {
        logbook.unexpected("the " + what + " of " + to.names() + " from " + from.numbers() + " to " + to.numbers()
                + " was " + turn.outcome().label() + " and left "
                + turn.active().numbers() + " on stage: " + turn.reason());
    }

    private interface Change {
        Turn make();
    }

    private Turn change(Act act, Lineup from, Lineup to, Change change) throws InterruptedException {
        sleepUntil(lastEnd + quiet(to));
        watch.conduct(from, to);
        checks.windows().open();
        long begin = System.nanoTime();
        Turn turn = change.make();
        watch.conducted(to);
        long drained = turn.flipped() ? turn.drainedNanos() : System.nanoTime();
        long end = drained + Windows.AFTERMATH_NANOS;
        checks.windows().closeAt(end);
        sleepUntil(end + TimeUnit.MILLISECONDS.toNanos(5));
        measure(act, to, turn, begin, end);
        if (turn.flipped() && act.fault().isEmpty()) {
            usualNanos.merge(to.first(), end - begin, (a, b) -> Math.max(b, (a * 3 + b) / 4));
        }
        lastEnd = end;
        logbook.add(
                new Entry(
                        from,
                        to,
                        logbook.millis(begin),
                        logbook.millis(turn.flippedNanos()),
                        logbook.millis(turn.drainedNanos()),
                        turn.outcome(),
                        act.fault().map(Fault::name).orElse(""),
                        turn.reason()),
                turn.drainMillis());
        return turn;
    }

    /** The service of a part that is restarted is not there for a while, and no gap in what the others answer. */
    private void measure(Act act, Lineup to, Turn turn, long begin, long end) {
        if (to.offering() != Offering.RESTART) {
            meters.gaps().measure(begin, end, act.fault().isPresent() || !turn.flipped());
            if (turn.flipped() && turn.heldMillis() > 0) {
                meters.handovers().add(turn.heldMillis(), turn.heldCalls());
            }
            return;
        }
        meters.gaps().pass(end);
        if (turn.flipped()) {
            meters.restarts().add(turn.heldMillis(), turn.heldCalls());
        }
    }

    private long quiet(Lineup lineup) {
        long usual = usualNanos.getOrDefault(lineup.first(), LEAST_QUIET) * 5 / 4;
        return Math.min(Math.max(usual, LEAST_QUIET), MOST_QUIET);
    }

    private static void pause(long nanos) throws InterruptedException {
        sleepUntil(System.nanoTime() + nanos);
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("the play was stopped");
            }
        }
    }
}
