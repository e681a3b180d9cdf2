package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Gate;
import org.understudy.dispatch.Generation;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapEvent;

/**
 * The time between two versions of which only one can run at a time: calls are held at a gate, the old version is empty
 * and stopped. It ends with a flip, or is called off: then the old version is started again and answers.
 */
final class Intermission implements Pause {
    private static final Logger LOG = LoggerFactory.getLogger(Intermission.class);

    private final Backstage backstage;
    private final Revival revival;
    private final ManagedResource resource;
    private final SlotSide side;
    private final Artifact old;
    private final long beganNanos;
    private Gate gate;
    private long cut;

    private Intermission(Backstage backstage, Revival revival, ManagedResource resource) {
        this.backstage = backstage;
        this.revival = revival;
        this.resource = resource;
        this.side = resource.state().active().orElseThrow();
        this.old = resource.state().activeArtifact().orElseThrow();
        this.beganNanos = backstage.clock().getAsLong();
    }

    /**
     * Holds calls, lets those inside leave, and stops the active version.
     *
     * @param ensemble those of the same swap. Where one holds calls already, those from inside this resource are refused,
     *     because it is not empty before they have returned
     * @throws Refusal if calls of a critical resource do not leave in time, or the version cannot be stopped; it answers
     *     again then
     */
    static Intermission begin(Backstage backstage, Revival revival, ManagedResource resource, Ensemble ensemble)
            throws Refusal {
        Intermission intermission = new Intermission(backstage, revival, resource);
        ensemble.intermissions()
                .forEach(other -> other.gate.refuseFromInside(
                        resource.name(), resource.front().classNamePrefix()));
        intermission.begin(ensemble.othersThan(resource));
        return intermission;
    }

    private void begin(List<ManagedResource> together) throws Refusal {
        Duration longest = backstage.settings().holdDeadline();
        Routing.Held held = resource.routing()
                .hold(
                        resource.name() + " did not come back within " + longest.toMillis()
                                + " ms: it is being swapped by a restart",
                        beganNanos + longest.toNanos(),
                        together.stream().map(ManagedResource::routing).toList());
        gate = held.gate();
        try {
            if (held.generation().isPresent()) {
                empty(held.generation().get());
            }
            backstage.slots().stop(resource, side);
        } catch (Refusal | RuntimeException e) {
            callOff();
            throw e;
        }
    }

    private void empty(Generation generation) throws Refusal {
        long deadlineNanos = beganNanos + backstage.settings().drainDeadline().toNanos();
        Drainage leaving = leaving(generation);
        boolean drained = leaving.await(deadlineNanos);
        gate.seal();
        if (drained) {
            leaving = leaving(generation); // whoever came in from inside a call before the gate was sealed
            drained = leaving.await(deadlineNanos);
        }
        long inside = leaving.end();
        if (!drained && old.spec().criticality() == Criticality.CRITICAL) {
            throw new Refusal(inside + " calls are still inside " + old.label()
                    + ", which has to be empty before it is stopped: try again when they have left");
        }
        cut = leaving.cut();
        resource.leaves(generation);
        backstage
                .events()
                .accept(new SwapEvent.Drained(
                        resource.name(),
                        leaving.version(),
                        cut,
                        backstage.clock().getAsLong()));
    }

    private Drainage leaving(Generation generation) {
        Drainage leaving = new Drainage(side, old.version().toString(), generation, backstage.clock());
        resource.drains(leaving);
        return leaving;
    }

    /** The old version answers again; where it cannot, the resource is down and says why. */
    void callOff() {
        try {
            revival.revive(resource, side, old, backstage.settings().startDeadline());
        } catch (Refusal e) {
            String reason = resource.name() + " is down: " + old.label()
                    + " was stopped for a swap that failed, and does not start again: " + e.getMessage();
            LOG.error("{}", reason);
            resource.become(state -> state.noting(reason));
            resource.routing().lead(new Closed(reason));
        }
    }

    @Override
    public long cut() {
        return cut;
    }

    @Override
    public long stateBytes() {
        return 0;
    }

    @Override
    public long heldCalls() {
        return gate.held();
    }

    @Override
    public double heldMillis(long atNanos) {
        return (atNanos - beganNanos) / 1e6;
    }
}
