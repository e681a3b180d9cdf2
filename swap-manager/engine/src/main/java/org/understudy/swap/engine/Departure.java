package org.understudy.swap.engine;

import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Route;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapEvent;

/** What becomes of a version that was taken off stage: its drain, then its place as the way back, or its end. */
final class Departure {
    private static final long DRAIN_LOOK_MILLIS = 50;

    private final Backstage backstage;
    private final ManagedResource resource;
    private final Entrance entrance;
    private final int rank;
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
     * @param rank the number of the flip that took it off stage
     * @param before where the pointer led until then
     */
    Departure(Backstage backstage, Entrance entrance, int rank, Route before, long flippedNanos) {
        this.backstage = backstage;
        this.resource = entrance.resource();
        this.entrance = entrance;
        this.rank = rank;
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
            putAside(entrance.oldSide().get()); // calls were held: nobody is inside the old version
            return new Outcome(cut == 0, cutRemark(cut), 0);
        }
        boolean drained = drainage.await(deadlineNanos(), () -> resource.turn().wanted());
        if (drained) {
            settle();
            return new Outcome(drainage.cut() == 0, cutRemark(drainage.cut()), drainage.millis());
        }
        if (resource.turn().wanted()) {
            lookAgain();
            return new Outcome(false, "the waiting for its calls gave way to a rollback", drainage.millis());
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

    private long deadlineNanos() {
        return flippedNanos + backstage.settings().drainDeadline().toNanos();
    }

    /** Whether the version that took its place has itself been taken off stage since: then this one may be back. */
    private boolean overtaken() {
        return resource.state().rank() != rank;
    }

    private void lookAgain() {
        Housekeeping.schedule(backstage, resource, DRAIN_LOOK_MILLIS, () -> {
            if (overtaken() && deadlineNanos() - backstage.clock().getAsLong() <= 0) {
                drainage.end(); // its calls go on where they are: nothing is stopped for them
            }
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
        backstage
                .events()
                .accept(new SwapEvent.Drained(
                        resource.name(),
                        drainage.version(),
                        drainage.cut(),
                        backstage.clock().getAsLong()));
        if (!overtaken()) {
            dropReplaced();
            putAside(drainage.side());
        }
    }

    private void dropReplaced() {
        resource.handles().drop(entrance.standby().casting().replaced());
        resource.handles().drop(entrance.standby().casting().lost());
    }

    /** The old version becomes the way back, or is given up where it was what was taken back. */
    private void putAside(SlotSide side) {
        if (resource.state().slot(side).state() == SlotState.QUARANTINED) {
            return;
        }
        if (entrance.back()) {
            backstage.slots().clear(resource, side);
            WaysBack.closeLater(backstage, resource);
            return;
        }
        backstage
                .slots()
                .enter(resource, side, SlotState.RETAINED, entrance.old().orElseThrow());
        boolean worksOnlyOnStage =
                resource.started(side).filter(what -> what.offer().isEmpty()).isPresent();
        if (worksOnlyOnStage || drainage != null && drainage.cut() > 0) {
            WaysBack.stop(backstage, resource, side);
            WaysBack.closeLater(backstage, resource);
        } else if (resource.state().provisional().isEmpty()) {
            WaysBack.linger(backstage, resource);
        }
    }
}
