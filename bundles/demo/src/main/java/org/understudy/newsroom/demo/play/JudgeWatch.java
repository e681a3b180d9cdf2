package org.understudy.newsroom.demo.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/**
 * Notices what happens on stage without the conductor: what the judge takes back. Says beforehand which versions may
 * answer, as the conductor does for what it does itself, and tells the logbook. Safe for use by many threads.
 */
public final class JudgeWatch implements SwapListener {
    private static final long LOOK_MILLIS = 25;

    private final Checks checks;
    private final Logbook logbook;
    private final Function<Part, String> active;
    private final Map<List<Part>, Course> underWay = new HashMap<>();
    private final Set<Part> conducted = new HashSet<>();
    private final List<Retreat> retreats = new ArrayList<>();
    private Thread conductor;

    /** One retreat as it goes on; of a group, until all of it has ended. */
    private static final class Course {
        private final Map<Part, SwapEvent.Ready> ready = new HashMap<>();
        private final Set<Part> ended = new HashSet<>();
        private final long beganNanos = System.nanoTime();
        private long flippedNanos;
        private long drainedNanos;
        private String reason = "";
    }

    /** Tells what it notices there; the version on stage is asked for there. */
    public JudgeWatch(Checks checks, Logbook logbook, Function<Part, String> active) {
        this.checks = checks;
        this.logbook = logbook;
        this.active = active;
    }

    /** The calling thread swaps these parts now: what happens on it is no retreat. */
    synchronized void conduct(Lineup from, Lineup to) {
        conductor = Thread.currentThread();
        conducted.addAll(to.parts());
        checks.announce(from, to);
    }

    /** That has ended, with this on stage; what a retreat has changed meanwhile is left to it. */
    synchronized Lineup conducted(Lineup to) {
        to.parts().forEach(conducted::remove);
        Lineup now = Lineup.of(to.parts(), active);
        if (!underWay.containsKey(unit(to.first()))) {
            checks.settle(to, now);
        }
        return now;
    }

    /**
     * Waits for a retreat from this line-up that began after the given instant.
     *
     * @param undecided whether it may still come
     * @return empty where it did not come
     */
    synchronized Optional<Retreat> await(Lineup from, long sinceNanos, BooleanSupplier undecided)
            throws InterruptedException {
        while (true) {
            boolean more = underWay.containsKey(unit(from.first())) || undecided.getAsBoolean();
            Optional<Retreat> found = retreats.stream()
                    .filter(r -> r.flipped() && r.from().equals(from) && r.beganNanos() - sinceNanos > 0)
                    .findFirst();
            if (found.isPresent() || !more) {
                return found;
            }
            wait(LOOK_MILLIS);
        }
    }

    @Override
    public synchronized void on(SwapEvent event) {
        Optional<Part> named = Part.named(event.resource());
        if (named.isEmpty() || Thread.currentThread() == conductor) {
            return;
        }
        Part part = named.get();
        List<Part> unit = unit(part);
        if (event instanceof SwapEvent.Ready ready) {
            Course course = underWay.computeIfAbsent(unit, first -> new Course());
            course.ready.put(part, ready);
            if (course.ready.keySet().containsAll(unit)) {
                checks.announce(from(course), to(course));
            }
        }
        Course course = underWay.get(unit);
        if (course == null) {
            return;
        }
        if (event instanceof SwapEvent.Flipped flipped) {
            course.flippedNanos = flipped.flippedNanos();
        } else if (event instanceof SwapEvent.Drained drained) {
            course.drainedNanos = drained.atNanos();
        } else if (event instanceof SwapEvent.Ended ended) {
            course.ended.add(part);
            course.reason = ended.result().reason();
            if (course.ended.containsAll(course.ready.keySet())) {
                end(unit, course);
            }
        }
    }

    private void end(List<Part> unit, Course course) {
        underWay.remove(unit);
        Lineup to = to(course);
        if (unit.stream().noneMatch(conducted::contains)) {
            checks.settle(to, Lineup.of(unit, active));
        }
        Retreat retreat = new Retreat(
                from(course), to, course.beganNanos, course.flippedNanos, course.drainedNanos, course.reason);
        retreats.add(retreat);
        if (retreat.flipped()) {
            logbook.retreated(retreat);
        }
        notifyAll();
    }

    private static Lineup from(Course course) {
        return Lineup.of(
                course.ready.keySet(), part -> course.ready.get(part).from().orElse("none"));
    }

    private static Lineup to(Course course) {
        return Lineup.of(course.ready.keySet(), part -> course.ready.get(part).to());
    }

    private static List<Part> unit(Part part) {
        return Part.UNITS.stream()
                .filter(unit -> unit.contains(part))
                .findFirst()
                .orElseThrow();
    }
}
