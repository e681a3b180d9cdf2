package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import org.understudy.dispatch.Generation;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/** Everything before the flip: having a version ready to come on stage, hidden. */
final class Rehearsal {
    private final Backstage backstage;
    private final Revival revival;

    Rehearsal(Backstage backstage, Revival revival) {
        this.backstage = backstage;
        this.revival = revival;
    }

    /**
     * A version that is ready to be flipped to.
     *
     * @param side its slot
     * @param artifact what it was started from
     * @param casting which service plays which handle
     * @param generation what the pointer will point at
     * @param intermission where the old version had to be stopped for it
     */
    record Standby(
            SlotSide side,
            Artifact artifact,
            Casting casting,
            Generation generation,
            Optional<Intermission> intermission) {}

    /**
     * Has the version started, checked and matched in the free slot. Where the two cannot both run, calls are held from
     * some point in here on.
     *
     * @param mayLose whether handles may be left without a service, as on a way back
     * @param leavesState whether what is on stage may be stopped for it, though its state is lost by that
     * @param ensemble those that come on stage at the same instant
     * @throws Refusal if it cannot come on stage; the slot is then cleared, and the old version answers
     */
    Standby prepare(
            ManagedResource resource, Artifact artifact, boolean mayLose, boolean leavesState, Ensemble ensemble)
            throws Refusal {
        SlotSide side = resource.slotFor(artifact);
        Optional<Intermission> intermission = Optional.empty();
        try {
            backstage.slots().fill(resource, side, artifact);
            if (resource.restarts(artifact)) {
                intermission = intermission(resource, side, ensemble);
            }
            ManagedResource.Started started = backstage.slots().start(resource, side, artifact);
            if (resource.exposes(started)) {
                refuseLoss(resource, artifact, leavesState);
                backstage.slots().stop(resource, side);
                intermission = intermission(resource, side, ensemble);
                started = backstage.slots().start(resource, side, artifact);
            }
            return standby(resource, side, artifact, started, mayLose, intermission);
        } catch (Refusal | RuntimeException e) {
            backstage.slots().clear(resource, side);
            intermission.ifPresent(Intermission::callOff);
            throw e;
        }
    }

    private void refuseLoss(ManagedResource resource, Artifact artifact, boolean leavesState) throws Refusal {
        List<String> problems =
                StateOutlook.of(backstage.host(), resource, artifact).problems(leavesState);
        if (!problems.isEmpty()) {
            throw new StateRefusal(problems.get(0));
        }
    }

    private Optional<Intermission> intermission(ManagedResource resource, SlotSide side, Ensemble ensemble)
            throws Refusal {
        return resource.state()
                        .active()
                        .filter(active ->
                                active != side && resource.started(active).isPresent())
                        .isPresent()
                ? Optional.of(Intermission.begin(backstage, revival, resource, ensemble))
                : Optional.empty();
    }

    private Standby standby(
            ManagedResource resource,
            SlotSide side,
            Artifact artifact,
            ManagedResource.Started started,
            boolean mayLose,
            Optional<Intermission> intermission)
            throws Refusal {
        if (resource.state().slot(side).state() == SlotState.READY) {
            backstage.slots().enter(resource, side, SlotState.STANDBY, artifact);
        }
        Casting casting = resource.handles().cast(started.offer());
        if (!mayLose && !casting.lost().isEmpty()) {
            throw new Refusal("it does not offer " + casting.lostInWords()
                    + ", which the active version does: every service that consumers hold must go on, unless you say"
                    + " --allow-loss");
        }
        if (!mayLose) {
            refuseBrokenPromises(artifact, started.offer());
        }
        resource.front().prepare(resource.slot(side), casting.added());
        Generation generation =
                resource.generation(started, casting, backstage.settings().startDeadline());
        return new Standby(side, artifact, casting, generation, intermission);
    }

    private static void refuseBrokenPromises(Artifact artifact, Offer offer) throws Refusal {
        List<String> missing = artifact.spec().contract().stream()
                .filter(type -> offer.services().stream()
                        .noneMatch(service -> service.shape().interfaces().contains(type)))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    artifact.label() + " declares " + String.join(", ", missing)
                            + " as its contract, but registers no service under it: register one, or take it out of the contract");
        }
    }

    /** Undoes a {@link #prepare} that is not used after all. */
    void dismiss(ManagedResource resource, Standby standby) {
        standby.generation().releaseAll();
        backstage.slots().clear(resource, standby.side());
        standby.intermission().ifPresent(Intermission::callOff);
    }

    /** The version that was staged and waits in the free slot. */
    static Optional<Artifact> staged(ManagedResource resource) {
        ResourceState.Slot slot = resource.state().slot(resource.state().free());
        return slot.state() == SlotState.STAGED || slot.state() == SlotState.READY ? slot.artifact() : Optional.empty();
    }
}
