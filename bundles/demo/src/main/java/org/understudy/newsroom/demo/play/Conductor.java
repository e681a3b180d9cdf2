package org.understudy.newsroom.demo.play;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.FlipProbe;
import org.understudy.newsroom.demo.check.GapMeter;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;
import org.understudy.newsroom.demo.check.Windows;

/**
 * Plays the schedule: says beforehand which versions may answer, lets the mechanism do its work, and measures what it
 * did to the callers. Leaves before each swap as much quiet as a swap of that part takes. For one thread.
 */
public final class Conductor implements Callable<Void> {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(5);
    private static final long LEAST_QUIET = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long MOST_QUIET = TimeUnit.SECONDS.toNanos(4);
    private static final long ON_STAGE = TimeUnit.MILLISECONDS.toNanos(400);

    private final Schedule schedule;
    private final Mechanism mechanism;
    private final Repertoire repertoire;
    private final Checks checks;
    private final GapMeter gaps;
    private final FlipProbe probe;
    private final Map<Part, Object> services;
    private final Logbook logbook;
    private final long startNanos = System.nanoTime();
    private final Map<Part, Long> usualNanos = new EnumMap<>(Part.class);
    private long lastEnd = startNanos;

    /**
     * Takes its place.
     *
     * @param services the service object of each part through which flips are probed
     */
    public Conductor(
            Schedule schedule,
            Mechanism mechanism,
            Repertoire repertoire,
            Checks checks,
            GapMeter gaps,
            FlipProbe probe,
            Map<Part, Object> services,
            Logbook logbook) {
        this.schedule = schedule;
        this.mechanism = mechanism;
        this.repertoire = repertoire;
        this.checks = checks;
        this.gaps = gaps;
        this.probe = probe;
        this.services = services;
        this.logbook = logbook;
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
        sleepUntil(startNanos + schedule.duration().toNanos());
        return null;
    }

    private void perform(Act act) throws InterruptedException {
        Part part = act.part();
        boolean bad = act.fault().isPresent();
        act.fault().ifPresent(logbook::shown);
        String before = mechanism.active(part);
        String version = act.fault().map(Fault::version).orElseGet(() -> repertoire.after(part, before));
        if (!bad) {
            probe.arm(part, services.get(part));
        }
        Turn turn = change(act, before, version, () -> mechanism.swap(part, version));
        if (turn.flipped() != (act.fate() != Fate.REFUSED)) {
            logbook.unexpected("the swap of " + part.resource() + " from " + before + " to " + version + " was "
                    + turn.outcome().label() + ": " + turn.reason());
        }
        if (turn.flipped() && act.fate() != Fate.STAYS) {
            pause(ON_STAGE);
            Turn back = change(act, version, before, () -> mechanism.rollBack(part));
            if (!back.flipped() || !back.active().equals(before)) {
                logbook.unexpected("the rollback of " + part.resource() + " from " + version + " to " + before
                        + " ended with " + back.active() + ": " + back.reason());
            }
        }
        probe.disarm();
    }

    private interface Change {
        Turn make();
    }

    private Turn change(Act act, String from, String to, Change change) throws InterruptedException {
        Part part = act.part();
        Timeline timeline = checks.timelines().of(part);
        sleepUntil(lastEnd + quiet(part));
        timeline.allow(Set.copyOf(List.of(from, to)));
        checks.windows().open();
        long begin = System.nanoTime();
        Turn turn = change.make();
        timeline.allow(Set.of(turn.active()));
        long drained = turn.flipped() ? turn.drainedNanos() : System.nanoTime();
        long end = drained + Windows.AFTERMATH_NANOS;
        checks.windows().closeAt(end);
        sleepUntil(end + TimeUnit.MILLISECONDS.toNanos(5));
        gaps.measure(begin, end, act.fault().isPresent() || !turn.flipped());
        if (turn.flipped() && act.fault().isEmpty()) {
            usualNanos.merge(part, end - begin, (a, b) -> Math.max(b, (a * 3 + b) / 4));
        }
        lastEnd = end;
        logbook.add(
                new Entry(
                        part,
                        from,
                        to,
                        millis(begin),
                        turn.flipped() ? millis(turn.flippedNanos()) : 0,
                        turn.flipped() ? millis(turn.drainedNanos()) : 0,
                        turn.outcome(),
                        act.fault().map(Fault::name).orElse(""),
                        turn.reason()),
                turn.drainMillis());
        return turn;
    }

    private long quiet(Part part) {
        long usual = usualNanos.getOrDefault(part, LEAST_QUIET) * 5 / 4;
        return Math.min(Math.max(usual, LEAST_QUIET), MOST_QUIET);
    }

    private double millis(long nanos) {
        return (nanos - startNanos) / 1e6;
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
