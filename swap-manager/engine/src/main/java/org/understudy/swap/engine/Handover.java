package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Gate;
import org.understudy.dispatch.Generation;
import org.understudy.resource.StateFormat;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapEvent;

/**
 * The handing over of a resource's state from the version on stage to the one that is ready: calls are held, the old
 * version is emptied and leaves the stage, it exports, the other imports. It ends with a flip, or is called off: then the
 * old version, which stayed started, answers on. {@code STATE.md} beside the module has the argument why nothing is lost.
 */
final class Handover implements Pause {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Backstage backstage;
    private final Revival revival;
    private final ManagedResource resource;
    private final Rehearsal.Standby standby;
    private final StateFormat format;
    private final SlotSide side;
    private final ManagedResource.Started old;
    private long beganNanos;
    private Gate gate;
    private Generation leaving;
    private boolean offStage;
    private long bytes;

    /**
     * Creates one that has not begun.
     *
     * @param standby the version that takes over
     * @param format what both know
     */
    Handover(
            Backstage backstage,
            Revival revival,
            ManagedResource resource,
            Rehearsal.Standby standby,
            StateFormat format) {
        this.backstage = backstage;
        this.revival = revival;
        this.resource = resource;
        this.standby = standby;
        this.format = format;
        this.side = resource.state().active().orElseThrow();
        this.old = resource.activeStarted().orElseThrow();
    }

    ManagedResource resource() {
        return resource;
    }

    /**
     * Holds calls from now on, waits until nobody is inside the old version, then has its work in the background end.
     *
     * @param together those that flip at the same instant
     * @throws StateRefusal if it does not answer now, calls do not leave in time, or the work does not end
     */
    void holdUntilEmpty(List<ManagedResource> together) throws StateRefusal {
        try {
            hold(together);
            empty();
        } catch (Refusal e) {
            throw new StateRefusal(e.getMessage(), e);
        }
    }

    /** Those from inside are let through: held, they would wait for those who wait for them. */
    private void hold(List<ManagedResource> together) throws Refusal {
        if (!(resource.routing().now() instanceof Generation)) {
            throw notAnswering();
        }
        beganNanos = backstage.clock().getAsLong();
        Duration longest = backstage.settings().holdDeadline();
        Routing.Held held = resource.routing()
                .hold(
                        resource.name() + " did not come back within " + longest.toMillis()
                                + " ms: its state is being handed over",
                        beganNanos + longest.toNanos(),
                        together.stream().map(ManagedResource::routing).toList());
        gate = held.gate();
        leaving = held.generation().orElseThrow(this::notAnswering);
    }

    private Refusal notAnswering() {
        return new Refusal(old.artifact().label()
                + " does not answer now, so its state cannot be handed over: try again once it does");
    }

    private void empty() throws Refusal {
        drained();
        gate.seal();
        drained(); // whoever came in from inside a call before the gate was sealed
        backstage
                .events()
                .accept(new SwapEvent.Drained(
                        resource.name(), version(), 0, backstage.clock().getAsLong()));
        resource.leaves(leaving); // what was made for single consumers may write when it is given back
        leaving = null;
        offStage = true;
        backstage.host().leaveStage(resource.slot(side), remaining());
    }

    /** Unlike other drains this one cuts nobody: a call that was cut could still write, and that would be lost. */
    private void drained() throws Refusal {
        Drainage left = new Drainage(side, version(), leaving, backstage.clock());
        resource.drains(left);
        boolean drained = left.await(
                beganNanos + backstage.settings().holdDeadline().dividedBy(2).toNanos());
        long inside = left.end();
        if (!drained) {
            throw new Refusal(
                    inside + " calls are still inside " + old.artifact().label()
                            + ", which has to be empty before its state is handed over: try again when they have left");
        }
    }

    /**
     * Exports and imports.
     *
     * @throws StateRefusal if one of them fails or does not end in time; names version, format and reason
     */
    void carry() throws StateRefusal {
        try (StateCopy copy =
                new StateCopy(backstage.host(), format, backstage.store().scratch())) {
            copy.take(old.artifact(), keeper(old.offer()), remaining());
            ManagedResource.Started next = resource.started(standby.side()).orElseThrow();
            copy.give(standby.artifact(), keeper(next.offer()), remaining());
            bytes = copy.bytes();
        } catch (Refusal e) {
            throw new StateRefusal(
                    e.getMessage() + "; " + old.artifact().label() + " goes on with its state as it was."
                            + " Mend the version, or say --allow-loss to leave the state behind",
                    e);
        }
    }

    private static StateKeeper keeper(Offer offer) throws Refusal {
        return offer.keeper().orElseThrow(() -> new Refusal("its StateTransfer is gone"));
    }

    /** Before callers would be told that the resource did not come back. */
    private Duration remaining() throws Refusal {
        long deadline = beganNanos
                + backstage
                        .settings()
                        .holdDeadline()
                        .multipliedBy(9)
                        .dividedBy(10)
                        .toNanos();
        long left = deadline - backstage.clock().getAsLong();
        if (left <= 0) {
            throw new Refusal(
                    "no time is left to hand the state of " + old.artifact().label()
                            + " over before callers give up: raise understudy.swap.holdDeadlineMillis");
        }
        return Duration.ofNanos(left);
    }

    /** The old version answers again, with its state as it was; does nothing where calls are not held for it. */
    void callOff() {
        if (gate == null || resource.routing().now() != gate) {
            return;
        }
        if (leaving != null) {
            Stragglers.count(backstage, resource, leaving);
        }
        try {
            revival.play(resource, side, old);
            if (offStage) {
                backstage.slots().enterStage(resource, side);
            }
        } catch (Refusal e) {
            String reason = resource.name() + " is down: " + old.artifact().label()
                    + " was to go on after a swap that failed, and does not: " + e.getMessage();
            LOG.error("{}", reason);
            resource.become(state -> state.noting(reason));
            resource.routing().lead(new Closed(reason));
        }
    }

    private String version() {
        return old.artifact().version().toString();
    }

    @Override
    public long heldCalls() {
        return gate.held();
    }

    @Override
    public double heldMillis(long atNanos) {
        return (atNanos - beganNanos) / 1e6;
    }

    @Override
    public long cut() {
        return 0;
    }

    @Override
    public long stateBytes() {
        return bytes;
    }
}
