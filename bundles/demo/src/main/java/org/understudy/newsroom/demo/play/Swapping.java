package org.understudy.newsroom.demo.play;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Leaks;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.swap.Candidate;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.GroupMember;
import org.understudy.swap.Holder;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;

/** The mechanism that the demo is about: the swap-manager's. */
public final class Swapping implements Mechanism, SwapListener {
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long COLLECT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long DECISION_NANOS = TimeUnit.SECONDS.toNanos(6);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** As whom the play decides. */
    public static final String PLAY = "demo";

    private final SwapManager manager;
    private final Repertoire repertoire;
    private final ServiceRegistration<SwapListener> listening;
    private final Map<Part, Times> latest = new EnumMap<>(Part.class);

    private boolean byHand;

    private record Times(long flipped, long drained) {}

    /** Begins to listen. */
    public Swapping(BundleContext context, SwapManager manager, Repertoire repertoire) {
        this.manager = manager;
        this.repertoire = repertoire;
        listening = context.registerService(SwapListener.class, this, null);
    }

    @Override
    public String label() {
        return "swap";
    }

    @Override
    public void open() throws BundleException {
        for (Part part : Part.values()) {
            if (manager.resource(part.resource()).activeVersion().isEmpty()) {
                throw new BundleException("no version of " + part.resource() + " is active; "
                        + manager.resource(part.resource()).note());
            }
        }
    }

    @Override
    public String active(Part part) {
        return manager.resource(part.resource()).activeVersion().orElseThrow();
    }

    @Override
    public boolean survives(Fault fault) {
        return true;
    }

    @Override
    public boolean judges() {
        return true;
    }

    /** In turn by the judge, when he has seen enough, and by hand; by hand too where he waits for somebody to decide. */
    @Override
    public void settle(List<Part> parts) throws InterruptedException {
        String name = parts.get(0).resource();
        if (manager.resource(name).provisional().isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + (byHand ? 0 : DECISION_NANOS);
        byHand = !byHand;
        while (undecided(parts) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("the play was stopped");
            }
        }
        if (manager.resource(name).provisional().isPresent()) {
            manager.commit(name, PLAY, "the play goes on with it");
        }
    }

    @Override
    public boolean undecided(List<Part> parts) {
        return manager.resource(parts.get(0).resource())
                .provisional()
                .filter(still -> !still.paused())
                .isPresent();
    }

    @Override
    public Turn swap(Lineup to) {
        return turn(to.parts(), manager.swap(request(to)));
    }

    @Override
    public Turn supersede(Lineup to) {
        return turn(to.parts(), manager.swap(request(to).superseding()));
    }

    @Override
    public Turn again(List<Part> parts) {
        return turn(parts, manager.swap(request(parts, part -> Candidate.again().allowingBad())));
    }

    private SwapRequest request(Lineup to) {
        return request(to.parts(), part -> candidate(to, part));
    }

    private static SwapRequest request(List<Part> parts, Function<Part, Candidate> candidate) {
        return SwapRequest.of(parts.stream()
                        .map(part -> new GroupMember(part.resource(), candidate.apply(part)))
                        .toList())
                .by(PLAY, "it is in the play");
    }

    /** What came on stage together goes back together, whichever of its members is named. */
    @Override
    public Turn rollBack(List<Part> parts) {
        return turn(parts, List.of(manager.rollback(parts.get(0).resource(), PLAY, "it is in the play")));
    }

    /** The play brings again what was taken back before, however often. */
    private Candidate candidate(Lineup to, Part part) {
        return Candidate.file(repertoire.file(part, to.version(part)))
                .allowingLower()
                .allowingBad();
    }

    @Override
    public synchronized void on(SwapEvent event) {
        Part.named(event.resource()).ifPresent(part -> {
            Times before = latest.getOrDefault(part, new Times(0, 0));
            if (event instanceof SwapEvent.Flipped flipped) {
                latest.put(part, new Times(flipped.flippedNanos(), 0));
            } else if (event instanceof SwapEvent.Drained drained) {
                latest.put(part, new Times(before.flipped, drained.atNanos()));
            }
        });
    }

    @Override
    public Leaks leaks(Set<Fault> started) {
        Leaks leaks = look(started);
        long deadline = System.nanoTime() + COLLECT_NANOS;
        do {
            System.gc();
            System.gc();
            leaks = look(started);
            LockSupport.parkNanos(POLL_NANOS);
        } while (!leaks.leaked().isEmpty() && System.nanoTime() - deadline < 0);
        return leaks;
    }

    @Override
    public void close() {
        listening.unregister();
    }

    private Turn turn(List<Part> parts, List<SwapResult> results) {
        Lineup active = Lineup.of(
                parts, part -> manager.resource(part.resource()).activeVersion().orElse("none"));
        String reason = results.stream()
                .map(SwapResult::reason)
                .filter(r -> !r.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (!results.stream().allMatch(SwapResult::flipped)) {
            return Turn.refused(active, reason);
        }
        boolean drained = results.stream().noneMatch(r -> r.outcome().equals("draining")) || awaitDrain(parts);
        Times times = times(parts);
        long end = times.drained == 0 ? System.nanoTime() : times.drained;
        return new Turn(
                results.get(0) instanceof SwapResult.RolledBack ? Turn.Outcome.ROLLED_BACK : Turn.Outcome.SWAPPED,
                active,
                drained ? reason : "its drain did not end",
                times.flipped,
                end,
                (end - times.flipped) / 1e6,
                results.stream().mapToDouble(r -> r.timing().gapMillis()).max().orElse(0),
                results.stream().mapToLong(r -> r.timing().heldCalls()).sum());
    }

    /** From the flip of these parts until the last of them was empty; an open end where one of them is not. */
    private synchronized Times times(List<Part> parts) {
        List<Times> all =
                parts.stream().map(p -> latest.getOrDefault(p, new Times(0, 0))).toList();
        boolean drained = all.stream().allMatch(t -> t.drained != 0);
        return new Times(
                all.get(0).flipped,
                drained ? all.stream().mapToLong(Times::drained).max().orElse(0) : 0);
    }

    private boolean awaitDrain(List<Part> parts) {
        long deadline = System.nanoTime() + DRAIN_NANOS;
        while (parts.stream().anyMatch(p -> manager.drain(p.resource()).inside() > 0)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private Leaks look(Set<Fault> started) {
        Set<Fault> missed = new HashSet<>(started);
        List<String> leaked = new ArrayList<>();
        List<String> onPurpose = new ArrayList<>();
        for (GenerationStatus generation : manager.generations()) {
            String named = generation.resource() + " " + generation.version() + " in slot " + generation.slot()
                    + (generation.holders().isEmpty()
                            ? ""
                            : ", held by "
                                    + generation.holders().stream()
                                            .map(Holder::inWords)
                                            .collect(Collectors.joining(", ")));
            boolean made = missed.removeIf(f -> isOf(f, generation));
            if (made || generation.onPurpose() || started.stream().anyMatch(f -> isOf(f, generation))) {
                onPurpose.add(named);
            } else if (generation.use() == GenerationStatus.Use.RETIRED) {
                leaked.add(named);
            }
        }
        return new Leaks(
                leaked,
                onPurpose,
                missed.stream()
                        .map(f -> f.part().resource() + " " + f.version())
                        .toList());
    }

    private static boolean isOf(Fault fault, GenerationStatus generation) {
        return fault.part().resource().equals(generation.resource())
                && fault.version().equals(generation.version());
    }
}
