package org.understudy.swap.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/**
 * What a resource consists of at one moment. Immutable; every change is a new value.
 *
 * @param spec what its active version declares
 * @param a slot A
 * @param b slot B
 * @param active the side that answers, if one does
 * @param past the versions that rollbacks bring back, the next one first
 * @param known the digest of every version that was ever staged, by version
 * @param takenBack how often a version was taken off stage again before it was committed, by digest
 * @param standing how its active version stands since its last flip
 * @param note what an admin should know; else empty
 */
record ResourceState(
        ResourceSpec spec,
        Slot a,
        Slot b,
        Optional<SlotSide> active,
        List<Artifact> past,
        Map<String, String> known,
        Map<String, Integer> takenBack,
        Standing standing,
        String note) {
    private static final int WAYS_BACK = 3;

    /**
     * One slot.
     *
     * @param state where it stands
     * @param artifact what it holds
     */
    record Slot(SlotState state, Optional<Artifact> artifact) {
        static final Slot EMPTY = new Slot(SlotState.EMPTY, Optional.empty());

        Slot {
            if (artifact.isPresent() == (state == SlotState.EMPTY)) {
                throw new IllegalArgumentException(
                        "a slot is empty or holds an artifact, not " + state + " with " + artifact);
            }
        }
    }

    ResourceState {
        Objects.requireNonNull(spec, "spec");
        past = List.copyOf(past);
        known = Map.copyOf(known);
        takenBack = Map.copyOf(takenBack);
        Objects.requireNonNull(standing, "standing");
        if (active.isPresent()
                && (active.get() == SlotSide.A ? a : b).artifact().isEmpty()) {
            throw new IllegalArgumentException(spec.name() + " cannot be active in an empty slot");
        }
    }

    static ResourceState unknownYet(ResourceSpec spec) {
        return new ResourceState(
                spec, Slot.EMPTY, Slot.EMPTY, Optional.empty(), List.of(), Map.of(), Map.of(), Standing.NEVER, "");
    }

    Slot slot(SlotSide side) {
        return side == SlotSide.A ? a : b;
    }

    Optional<Artifact> activeArtifact() {
        return active.flatMap(side -> slot(side).artifact());
    }

    Optional<String> activeVersion() {
        return activeArtifact().map(artifact -> artifact.version().toString());
    }

    /** The side that the next version is written to. */
    SlotSide free() {
        return active.map(SlotSide::other).orElse(SlotSide.A);
    }

    /** The side that holds these bytes, the one off stage first, if one does. */
    Optional<SlotSide> holding(Artifact artifact) {
        return Stream.of(free(), free().other())
                .filter(side -> holds(side, artifact))
                .findFirst();
    }

    /** Whether this slot holds these bytes, and can be used. */
    boolean holds(SlotSide side, Artifact artifact) {
        return slot(side).state() != SlotState.QUARANTINED
                && slot(side).artifact().filter(artifact::sameContent).isPresent();
    }

    int rank() {
        return standing.rank();
    }

    Optional<Provisional> provisional() {
        return standing.provisional();
    }

    ResourceState with(SlotSide side, Slot slot) {
        return side == SlotSide.A
                ? new ResourceState(spec, slot, b, active, past, known, takenBack, standing, note)
                : new ResourceState(spec, a, slot, active, past, known, takenBack, standing, note);
    }

    ResourceState with(SlotSide side, SlotState state) {
        return with(side, new Slot(state, slot(side).artifact()));
    }

    ResourceState with(Standing now) {
        return new ResourceState(spec, a, b, active, past, known, takenBack, now, note);
    }

    /** What a rollback brings back. */
    Optional<Artifact> wayBack() {
        return past.stream().findFirst();
    }

    /** What is in the slot comes on stage for the first time; what was there before becomes the way back. */
    ResourceState onStage(SlotSide side, Standing now) {
        Artifact coming = slot(side).artifact().orElseThrow();
        Stream<Artifact> leaving =
                active
                        .filter(before -> before != side)
                        .flatMap(before -> slot(before).artifact())
                        .stream();
        List<Artifact> before = Stream.concat(leaving, past.stream().filter(artifact -> !artifact.sameContent(coming)))
                .limit(WAYS_BACK)
                .toList();
        return played(side, coming, before, now);
    }

    /** The way back, which is in the slot, comes on stage again; the one before it becomes the way back. */
    ResourceState backOnStage(SlotSide side, int flip) {
        Artifact coming = slot(side).artifact().orElseThrow();
        List<Artifact> before =
                past.stream().filter(artifact -> !artifact.sameContent(coming)).toList();
        ResourceState remembered = provisional().isPresent() ? rememberingTakenBack() : this;
        return remembered.played(side, coming, before, Standing.settled(flip));
    }

    private ResourceState played(SlotSide side, Artifact coming, List<Artifact> before, Standing now) {
        return new ResourceState(coming.spec(), a, b, Optional.of(side), before, known, takenBack, now, "")
                .with(side, SlotState.ACTIVE);
    }

    /** The active version did not stand. */
    private ResourceState rememberingTakenBack() {
        Map<String, Integer> more = new TreeMap<>(takenBack);
        activeArtifact().ifPresent(artifact -> more.merge(artifact.digest(), 1, Integer::sum));
        return new ResourceState(spec, a, b, active, past, known, more, standing, note);
    }

    /** Nothing is held against this version any more. */
    ResourceState forgiving(Artifact artifact) {
        Map<String, Integer> fewer = new TreeMap<>(takenBack);
        fewer.remove(artifact.digest());
        return new ResourceState(spec, a, b, active, past, known, fewer, standing, note);
    }

    ResourceState knowing(Artifact artifact) {
        Map<String, String> more = new TreeMap<>(known);
        more.put(artifact.version().toString(), artifact.digest());
        return new ResourceState(spec, a, b, active, past, more, takenBack, standing, note);
    }

    ResourceState noting(String text) {
        return new ResourceState(spec, a, b, active, past, known, takenBack, standing, text);
    }

    /** With these versions for rollbacks to bring back. */
    ResourceState withPast(List<Artifact> versions) {
        return new ResourceState(spec, a, b, active, versions, known, takenBack, standing, note);
    }

    /** Without the versions that rollbacks would bring back: the time for that is over. */
    ResourceState withoutPast() {
        return withPast(List.of());
    }
}
