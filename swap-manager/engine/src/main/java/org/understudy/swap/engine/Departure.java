package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Route;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapEvent;

/** What becomes of a version that was taken off stage: its drain, then its place as the way back, or its end. */
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    private static final long DRAIN_LOOK_MILLIS = 50;

    private final Backstage backstage;
    private final ManagedResource resource;
    private final Entrance entrance;
    private final Route before;
    private final long flippedNanos;
    private Drainage drainage;

    /**
     * How it went.
     *
     * @param drained whether all calls have left it
     * @param remark what is worth saying
     * @param drainMillis how long that took
     */
    record Outcome(boolean drained, String remark, double drainMillis) {}

    /**
     * Creates one.
     *
     * @param before where the pointer led until the flip
     */
    Departure(Backstage backstage, Entrance entrance, Route before, long flippedNanos) {
        this.backstage = backstage;
        this.resource = entrance.resource();
        this.entrance = entrance;
        this.before = before;
        this.flippedNanos = flippedNanos;
    }

    /** Has the leaving watched from now on. */
    void begin() {
        if (entrance.oldSide().isPresent() && before instanceof Generation left) {
            SlotSide side = entrance.oldSide().get();
            Artifact old = entrance.old().orElseThrow();
            drainage = new Drainage(side, old.version().toString(), left, backstage.clock());
            resource.drains(drainage);
            drainage.over(); // a first look, before anything else takes its time
            backstage.slots().enter(resource, side, SlotState.DRAINING, old);
        }
    }

    /** Waits until all calls have left, at most until the deadline. */
    Outcome await() {
        if (entrance.oldSide().isEmpty()) {
            dropReplaced();
            return new Outcome(true, "", 0);
        }
        if (drainage == null) {
            long cut = entrance.pause().map(Pause::cut).orElse(0L);
            dropReplaced();
            boolean started = entrance.pause().filter(Pause::leavesOldStarted).isPresent();
            putAside( // calls were held: nobody is inside the old version
                    entrance.oldSide().get(),
                    started ? backstage.settings().linger().toMillis() : 0);
            return new Outcome(cut == 0, cutRemark(cut), 0);
        }
        boolean drained = drainage.await(
                flippedNanos + backstage.settings().drainDeadline().toNanos());
        if (drained) {
            settle();
            return new Outcome(drainage.cut() == 0, cutRemark(drainage.cut()), drainage.millis());
        }
        if (entrance.old().orElseThrow().spec().criticality() == Criticality.CRITICAL) {
            String remark = drainage.inside() + " calls are still inside " + drainage.version()
                    + ": they are waited for; see `drain " + resource.name() + "`";
            lookAgain();
            return new Outcome(false, remark, drainage.millis());
        }
        long cut = drainage.end();
        settle();
        return new Outcome(false, cutRemark(cut), drainage.millis());
    }

    private String cutRemark(long cut) {
        return cut == 0
                ? ""
                : cut + " calls were still inside " + entrance.from().orElse("")
                        + " when the waiting ended: they were cut";
    }

    private void lookAgain() {
        Housekeeping.schedule(backstage, resource, DRAIN_LOOK_MILLIS, () -> {
            if (drainage.over()) {
                Housekeeping.inTurn(backstage, resource, this::settle);
            } else {
                lookAgain();
            }
        });
    }

    /** Nobody is inside the old version any more, or the waiting was ended. */
    private void settle() {
        resource.leaves(drainage.generation());
        dropReplaced();
        backstage
                .events()
                .accept(new SwapEvent.Drained(
                        resource.name(),
                        drainage.version(),
                        drainage.cut(),
                        backstage.clock().getAsLong()));
        putAside(
                drainage.side(),
                drainage.cut() > 0 ? 0 : backstage.settings().linger().toMillis());
    }

    private void dropReplaced() {
        resource.handles().drop(entrance.standby().casting().replaced());
        resource.handles().drop(entrance.standby().casting().lost());
    }

    /** The old version becomes the way back, or is given up where it was what was taken back. */
    private void putAside(SlotSide side, long lingerMillis) {
        if (resource.state().slot(side).state() == SlotState.QUARANTINED) {
            return;
        }
        if (entrance.back()) {
            backstage.slots().clear(resource, side);
        } else {
            backstage
                    .slots()
                    .enter(resource, side, SlotState.RETAINED, entrance.old().orElseThrow());
            resource.started(side).ifPresent(what -> {
                if (what.offer().isEmpty()) {
                    stop(side); // it can only work in the background, which its successor does now
                } else {
                    linger(backstage, resource, side, what, lingerMillis);
                }
            });
        }
    }

    private void stop(SlotSide side) {
        try {
            backstage.slots().stop(resource, side);
        } catch (Refusal e) {
            LOG.warn("{} was not stopped: {}", resource.slot(side), e.getMessage());
        }
    }

    /**
     * Stops the way back when it has lingered long enough: from then on it takes a start. Static, and weak: by the time
     * it runs, the version may long have been replaced, and must not be kept from being collected by this.
     */
    private static void linger(
            Backstage backstage, ManagedResource resource, SlotSide side, ManagedResource.Started what, long millis) {
        WeakReference<ManagedResource.Started> lingering = new WeakReference<>(what);
        Housekeeping.schedule(
                backstage,
                resource,
                millis,
                () -> Housekeeping.inTurn(backstage, resource, () -> {
                    Optional<ManagedResource.Started> still =
                            resource.started(side).filter(started -> started == lingering.get());
                    if (still.isPresent() && resource.state().slot(side).state() == SlotState.RETAINED) {
                        backstage.slots().stop(resource, side);
                    }
                }));
    }
}
