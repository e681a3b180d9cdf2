package org.understudy.swap.engine;

import java.util.Optional;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;

/** One version on its way to the stage, and the one whose place it takes. */
final class Entrance {
    private final ManagedResource resource;
    private final Rehearsal.Standby standby;
    private final boolean back;
    private final boolean forgiven;
    private final Optional<SlotSide> oldSide;
    private final Optional<Artifact> old;
    private Optional<Handover> handover = Optional.empty();
    private String remark = "";

    /**
     * Creates one.
     *
     * @param back whether the version was on stage before and a flip is taken back by it
     * @param forgiven whether nothing is held against the version any more once it is on stage
     */
    Entrance(ManagedResource resource, Rehearsal.Standby standby, boolean back, boolean forgiven) {
        this.resource = resource;
        this.standby = standby;
        this.back = back;
        this.forgiven = forgiven;
        // a resource that is down may be brought back from the slot that it was active in
        this.oldSide = resource.state().active().filter(side -> side != standby.side());
        this.old = oldSide.flatMap(side -> resource.state().slot(side).artifact());
    }

    ManagedResource resource() {
        return resource;
    }

    Rehearsal.Standby standby() {
        return standby;
    }

    boolean back() {
        return back;
    }

    /** The state of the version before it is being handed over to it. */
    void handsOver(Handover how) {
        handover = Optional.of(how);
    }

    /** One thing more that is worth saying of how it comes. */
    void remarks(String text) {
        remark = remark.isEmpty() || text.isEmpty() ? remark + text : remark + "; " + text;
    }

    String remark() {
        return remark;
    }

    /** The time in which calls are held for it, where they are. */
    Optional<Pause> pause() {
        return handover.<Pause>map(how -> how).or(standby::intermission);
    }

    Optional<SlotSide> oldSide() {
        return oldSide;
    }

    Optional<Artifact> old() {
        return old;
    }

    Optional<String> from() {
        return old.map(artifact -> artifact.version().toString());
    }

    String to() {
        return standby.artifact().version().toString();
    }

    /**
     * The state of the resource once the version is on stage.
     *
     * @param now how it stands then
     */
    ResourceState next(Standing now) {
        ResourceState next = resource.state().knowing(standby.artifact());
        if (forgiven) {
            next = next.forgiving(standby.artifact());
        }
        if (oldSide.isPresent()) {
            next = next.with(oldSide.get(), SlotState.DRAINING);
        }
        return back ? next.backOnStage(standby.side(), now.rank()) : next.onStage(standby.side(), now);
    }

    SwapResult result(boolean drained, String reason, Timing timing) {
        return back
                ? new SwapResult.RolledBack(resource.name(), from(), Optional.of(to()), drained, reason, timing)
                : new SwapResult.Swapped(resource.name(), from(), Optional.of(to()), drained, reason, timing);
    }
}
