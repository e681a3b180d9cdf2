package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Outstanding;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/**
 * What can be done to the slot of a resource that is not on stage: fill, start, stop, give up. Keeps the resource's
 * state and its marker in step with the framework. To be used by whoever holds the resource's turn.
 */
final class Slots {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
    private static final Offer NOTHING = new Offer(List.of());

    private final Host host;
    private final SwapSettings settings;
    private final GenerationWatch watch;
    private final Pacing pacing;

    Slots(Host host, SwapSettings settings, GenerationWatch watch, Pacing pacing) {
        this.host = host;
        this.settings = settings;
        this.watch = watch;
        this.pacing = pacing;
    }

    /** Has the artifact in the slot, resolved; whatever else was in it is stopped and gone. */
    void fill(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        SlotId slot = resource.slot(side);
        boolean there = resource.state().holds(side, artifact)
                && host.content(slot).filter(artifact.digest()::equals).isPresent();
        if (!there) {
            write(resource, side, artifact);
        }
        if (resource.state().slot(side).state() == SlotState.STAGED) {
            host.resolve(slot, artifact);
            enter(resource, side, SlotState.READY, artifact);
            pacing.pause();
        } else if (host.loader(slot).isEmpty()) {
            host.resolve(slot, artifact); // the way back of an earlier run
        }
    }

    /** The same, even where the slot seems to have it. */
    void rewrite(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        write(resource, side, artifact);
        fill(resource, side, artifact);
    }

    private void write(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        empty(resource, side);
        host.write(resource.slot(side), artifact);
        enter(resource, side, SlotState.STAGED, artifact);
        pacing.pause();
    }

    /** Starts what is in the slot, or makes sure that what was started still offers what it did. */
    ManagedResource.Started start(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        return start(resource, side, artifact, settings.startDeadline());
    }

    private ManagedResource.Started start(ManagedResource resource, SlotSide side, Artifact artifact, Duration patience)
            throws Refusal {
        SlotId slot = resource.slot(side);
        Optional<ManagedResource.Started> running = resource.started(side);
        if (running.isPresent() && host.offers(slot, running.get().offer())) {
            return running.get();
        }
        GenerationWatch.Entry watched = host.loader(slot)
                .map(loader -> watch.watch(resource.name(), artifact.version().toString(), side, loader))
                .orElseThrow(() -> new Refusal(artifact.label() + " is not resolved"));
        try {
            Offer offer = host.running(slot)
                    ? collected(resource, slot, artifact, patience)
                    : started(resource, slot, artifact, patience);
            ManagedResource.Started now = running.isPresent()
                    ? running.get().offering(offer)
                    : new ManagedResource.Started(offer, artifact, watched, new Outstanding());
            starts(resource, side, now);
            return now;
        } catch (HungException e) {
            quarantine(resource, side, watched);
            throw e;
        }
    }

    /**
     * What a slot offers that runs already. One of which a start was refused before is started anew if it still does not
     * work: what failed to activate does not try again by itself.
     */
    private Offer collected(ManagedResource resource, SlotId slot, Artifact artifact, Duration patience)
            throws Refusal {
        try {
            return host.collect(slot, artifact, settings.startDeadline(), patience);
        } catch (HungException e) {
            throw e;
        } catch (Refusal e) {
            if (resource.started(slot.side()).isPresent()) {
                throw e;
            }
            host.stop(slot, NOTHING, settings.stopDeadline());
            return started(resource, slot, artifact, patience);
        }
    }

    private Offer started(ManagedResource resource, SlotId slot, Artifact artifact, Duration patience) throws Refusal {
        host.show(slot, resource.isExposed(artifact));
        return host.start(slot, artifact, settings.startDeadline(), patience);
    }

    /** Takes note of what a started slot offers now; what stood before services that are gone is ended. */
    void starts(ManagedResource resource, SlotSide side, ManagedResource.Started now) throws Refusal {
        Optional<ManagedResource.Started> before = resource.started(side);
        resource.starts(side, now);
        if (before.isPresent()) {
            resource.front().dismiss(before.get().offer().without(now.offer()), settings.stopDeadline());
        }
    }

    /** Writes the slot of the active version anew: somebody has put something else there, or taken it away. */
    void refill(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        stop(resource, side);
        host.write(resource.slot(side), artifact);
    }

    /** Has the active version running again, from whatever state it was left in. */
    ManagedResource.Started revive(ManagedResource resource, SlotSide side, Artifact artifact, Duration patience)
            throws Refusal {
        host.resolve(resource.slot(side), artifact);
        return start(resource, side, artifact, patience);
    }

    /** Stops the slot; what is in it stays, resolved. */
    void stop(ManagedResource resource, SlotSide side) throws Refusal {
        Optional<ManagedResource.Started> running = resource.started(side);
        try {
            if (running.isPresent()) {
                Offer offer = running.get().offer();
                beforeStop(resource, side, () -> host.leaveStage(resource.slot(side), settings.stopDeadline()));
                beforeStop(resource, side, () -> resource.front().dismiss(offer, settings.stopDeadline()));
            }
            host.stop(
                    resource.slot(side),
                    running.map(ManagedResource.Started::offer).orElse(NOTHING),
                    settings.stopDeadline());
        } catch (HungException e) {
            quarantine(
                    resource,
                    side,
                    running.map(ManagedResource.Started::watched).orElse(null));
            throw e;
        } finally {
            resource.stops(side);
        }
    }

    /** What ends badly is stopped all the same; only what does not end at all keeps the slot from its stop. */
    private static void beforeStop(ManagedResource resource, SlotSide side, Housekeeping.Chore chore)
            throws HungException {
        try {
            chore.run();
        } catch (HungException e) {
            throw e;
        } catch (Refusal e) {
            LOG.warn("slot {} is stopped, but: {}", resource.slot(side), e.getMessage());
        }
    }

    /** Tells what is in the slot that it is on stage; where it does not take that well, it is on stage all the same. */
    void enterStage(ManagedResource resource, SlotSide side) {
        try {
            host.enterStage(resource.slot(side), settings.startDeadline());
        } catch (Refusal e) {
            LOG.error("{} is on stage, but its work in the background: {}", resource.slot(side), e.getMessage());
        }
    }

    /** Tells what is in the slot that it is off stage; where it hangs then, it is never touched again. */
    void leaveStage(ManagedResource resource, SlotSide side) {
        try {
            host.leaveStage(resource.slot(side), settings.stopDeadline());
        } catch (HungException e) {
            LOG.warn("slot {} is quarantined: {}", resource.slot(side), e.getMessage());
            quarantine(
                    resource,
                    side,
                    resource.started(side).map(ManagedResource.Started::watched).orElse(null));
        } catch (Refusal e) {
            LOG.warn("slot {} left the stage, but: {}", resource.slot(side), e.getMessage());
        }
    }

    /** Stops the slot and lets go of its class loader; what is in it stays installed. */
    void unload(ManagedResource resource, SlotSide side) throws Refusal {
        stop(resource, side);
        host.unload(resource.slot(side));
        resource.state().slot(side).artifact().ifPresent(artifact -> enter(resource, side, SlotState.STAGED, artifact));
    }

    /** Clears a slot after a failure, so that what runs is not disturbed by it; what cannot be done is logged. */
    void clear(ManagedResource resource, SlotSide side) {
        if (resource.state().slot(side).state() == SlotState.QUARANTINED) {
            return;
        }
        try {
            if (resource.state().slot(side).artifact().isPresent()) {
                unload(resource, side);
            }
        } catch (Refusal e) {
            LOG.warn("slot {} could not be cleared: {}", resource.slot(side), e.getMessage());
        }
    }

    private void empty(ManagedResource resource, SlotSide side) throws Refusal {
        if (resource.state().slot(side).state() != SlotState.QUARANTINED) {
            try {
                unload(resource, side);
            } catch (HungException e) {
                LOG.warn("slot {} is quarantined, a new one takes its place: {}", resource.slot(side), e.getMessage());
            }
        }
        resource.become(state -> state.with(side, ResourceState.Slot.EMPTY));
        host.unmark(resource.slot(side));
    }

    private void quarantine(ManagedResource resource, SlotSide side, GenerationWatch.Entry watched) {
        host.abandon(resource.slot(side));
        if (watched != null) {
            watched.giveUp();
        }
        resource.stops(side);
        resource.state()
                .slot(side)
                .artifact()
                .ifPresent(artifact -> enter(resource, side, SlotState.QUARANTINED, artifact));
    }

    /** Sets the state of a slot that is not on stage, for the marker too. */
    void enter(ManagedResource resource, SlotSide side, SlotState slotState, Artifact artifact) {
        resource.become(state -> state.with(side, new ResourceState.Slot(slotState, Optional.of(artifact))));
        host.mark(resource.slot(side), artifact.version().toString(), slotState);
    }
}
