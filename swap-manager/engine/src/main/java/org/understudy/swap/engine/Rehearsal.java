package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.dispatch.ScopedTarget;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/** Everything before the flip: whether a version may come on stage, and having it ready there, hidden. */
final class Rehearsal {
    private final Backstage backstage;

    Rehearsal(Backstage backstage) {
        this.backstage = backstage;
    }

    /**
     * A version that is ready to be flipped to.
     *
     * @param side its slot
     * @param artifact what it was started from
     * @param casting which service plays which handle
     * @param generation what the pointer will point at
     */
    record Standby(SlotSide side, Artifact artifact, Casting casting, Generation generation) {}

    /** Whether a version may follow what the resource is now, as far as its file tells. */
    static List<String> objections(ManagedResource resource, Artifact candidate, boolean allowLower) {
        List<String> found = new ArrayList<>();
        ResourceState state = resource.state();
        if (!candidate.spec().name().equals(resource.name())) {
            found.add("the file declares the resource '" + candidate.spec().name() + "', not '" + resource.name()
                    + "': name that one, or take the right file");
            return found;
        }
        String digest = state.known().get(candidate.version().toString());
        if (digest != null && !digest.equals(candidate.digest())) {
            found.add(candidate.label() + " was on stage with other content (digest " + digest.substring(0, 12)
                    + "…, this file has " + candidate.digest().substring(0, 12)
                    + "…): give what changed a new version");
        }
        state.activeArtifact().ifPresent(active -> {
            if (!resource.down() || !active.sameContent(candidate)) {
                follow(active, candidate, allowLower, found);
            }
        });
        return found;
    }

    private static void follow(Artifact active, Artifact candidate, boolean allowLower, List<String> found) {
        if (!active.symbolicName().equals(candidate.symbolicName())) {
            found.add("the file has the symbolic name " + candidate.symbolicName() + ", but " + active.label() + " has "
                    + active.symbolicName() + ": all versions of a resource share one");
        }
        int order = candidate.version().compareTo(active.version());
        if (order == 0 && active.sameContent(candidate)) {
            found.add(active.label() + " is active already");
        } else if (order < 0 && !allowLower) {
            found.add(candidate.label() + " is lower than the active " + active.version()
                    + ": say --allow-lower if that is meant, or `rollback` for the way back");
        }
        List<String> lost = active.spec().contract().stream()
                .filter(type -> !candidate.spec().contract().contains(type))
                .toList();
        if (!lost.isEmpty() && !candidate.spec().contract().isEmpty()) {
            found.add(candidate.label() + " drops " + String.join(", ", lost)
                    + " from its contract, which consumers of " + active.label() + " may use: keep it");
        }
    }

    /**
     * Has the version started, checked and matched in the free slot.
     *
     * @param mayLose whether handles may be left without a service, as on a way back
     * @throws Refusal if it cannot come on stage; the slot is then cleared
     */
    Standby prepare(ManagedResource resource, Artifact artifact, boolean mayLose) throws Refusal {
        SlotSide side =
                resource.state().holding(artifact).orElse(resource.state().free());
        try {
            backstage.slots().fill(resource, side, artifact);
            ManagedResource.Started started = backstage.slots().start(resource, side, artifact);
            if (resource.state().slot(side).state() == SlotState.READY) {
                backstage.slots().enter(resource, side, SlotState.STANDBY, artifact);
            }
            if (!started.offer().unrouted().isEmpty()) {
                throw new Refusal(String.join("; ", started.offer().unrouted()));
            }
            Casting casting = resource.cast(started.offer());
            if (!mayLose && !casting.lost().isEmpty()) {
                throw new Refusal("it does not offer "
                        + casting.lost().stream()
                                .map(handle -> handle.shape().label())
                                .collect(Collectors.joining("; "))
                        + ", which the active version does: every service that consumers hold must go on");
            }
            if (!mayLose) {
                refuseBrokenPromises(artifact, started.offer());
            }
            resource.front().prepare(resource.slot(side), casting.added());
            Generation generation = new Generation(artifact.label(), casting.targets());
            for (ScopedTarget owner : resource.front().owners()) {
                if (casting.targets()[owner.index()] != null) {
                    generation.prepare(owner);
                }
            }
            return new Standby(side, artifact, casting, generation);
        } catch (Refusal e) {
            backstage.slots().clear(resource, side);
            throw e;
        } catch (ResourceUnavailableException e) {
            backstage.slots().clear(resource, side);
            throw new Refusal(e.getMessage(), e);
        }
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
    }

    /** The version that was staged and waits in the free slot. */
    static Optional<Artifact> staged(ManagedResource resource) {
        ResourceState.Slot slot = resource.state().slot(resource.state().free());
        return slot.state() == SlotState.STAGED || slot.state() == SlotState.READY ? slot.artifact() : Optional.empty();
    }
}
