package org.understudy.swap.engine;

import java.time.Duration;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Route;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/** Has the active version answer again, in the slot that it was active in. To be used with the resource's turn. */
final class Revival {
    private final Backstage backstage;

    Revival(Backstage backstage) {
        this.backstage = backstage;
    }

    /**
     * Has the version in its slot, running and answering, from whatever state it was left in.
     *
     * @param patience how long its components may take to be satisfied
     * @throws Refusal if it cannot; whoever is held stays held
     */
    void revive(ManagedResource resource, SlotSide side, Artifact artifact, Duration patience) throws Refusal {
        if (!holdsItsContent(resource, side)) {
            backstage.slots().refill(resource, side, backstage.store().find(artifact.digest()));
        }
        ManagedResource.Started started = backstage.slots().revive(resource, side, artifact, patience);
        if (resource.exposes(started)) {
            backstage.slots().stop(resource, side);
            started = backstage.slots().revive(resource, side, artifact, patience);
        }
        play(resource, side, started);
        resource.become(state -> state.with(side, SlotState.ACTIVE));
        backstage
                .host()
                .raise(
                        resource.slot(side),
                        artifact.version().toString(),
                        resource.state().rank());
        backstage.slots().enterStage(resource, side);
    }

    /** Whether what lies in the slot is what the state says. */
    boolean holdsItsContent(ManagedResource resource, SlotSide side) {
        return backstage
                .host()
                .content(resource.slot(side))
                .equals(resource.state().slot(side).artifact().map(Artifact::digest));
    }

    /** Has the handles play what the started version offers now. */
    void play(ManagedResource resource, SlotSide side, ManagedResource.Started started) throws Refusal {
        Casting casting = resource.handles().cast(started.offer());
        Generation generation = generation(resource, side, started, casting);
        resource.handles().drop(casting.lost());
        Route before = resource.routing().lead(generation);
        show(resource, casting);
        if (before instanceof Generation left) {
            resource.leaves(left);
        }
    }

    /**
     * The same for a version that is answering and offers more, or otherwise. Calls may still be inside the generation that
     * answered until now.
     *
     * @return whether it was still answering then; if not, nothing has changed
     */
    boolean playOn(ManagedResource resource, SlotSide side, ManagedResource.Started started, Generation now)
            throws Refusal {
        Casting casting = resource.handles().cast(started.offer());
        Generation generation = generation(resource, side, started, casting);
        boolean answering = resource.routing().leadFrom(now, generation);
        if (answering) {
            show(resource, casting);
        } else {
            generation.releaseAll();
        }
        return answering;
    }

    private Generation generation(
            ManagedResource resource, SlotSide side, ManagedResource.Started started, Casting casting) throws Refusal {
        resource.front().prepare(resource.slot(side), casting.added());
        return resource.generation(started, casting, backstage.settings().startDeadline());
    }

    private static void show(ManagedResource resource, Casting casting) {
        resource.handles().show(casting);
        resource.handles().drop(casting.replaced());
    }
}
