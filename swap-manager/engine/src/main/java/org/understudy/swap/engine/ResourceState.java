package org.understudy.swap.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * @param rank the number of its last flip
 * @param group those that came on stage at its last flip together with it
 * @param note what an admin should know; else empty
 */
record ResourceState(
        ResourceSpec spec,
        Slot a,
        Slot b,
        Optional<SlotSide> active,
        List<Artifact> past,
        Map<String, String> known,
        int rank,
        Group group,
        String note) {
    private static final int WAYS_BACK = 3;

    /**
     * Resources that came on stage at one instant, and go back so.
     *
     * @param flip the number of the flip; each group has its own
     * @param members the names of all of them
     */
    record Group(int flip, List<String> members) {
        static final Group ALONE = new Group(0, List.of());

        Group {
            members = List.copyOf(members);
        }

        boolean isAlone() {
            return members.isEmpty();
        }
    }

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
        if (active.isPresent()
                && (active.get() == SlotSide.A ? a : b).artifact().isEmpty()) {
            throw new IllegalArgumentException(spec.name() + " cannot be active in an empty slot");
        }
    }

    static ResourceState unknownYet(ResourceSpec spec) {
        return new ResourceState(
                spec, Slot.EMPTY, Slot.EMPTY, Optional.empty(), List.of(), Map.of(), 0, Group.ALONE, "");
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

    /** The side that holds these bytes, if one does. */
    Optional<SlotSide> holding(Artifact artifact) {
        for (SlotSide side : SlotSide.values()) {
            if (slot(side).state() != SlotState.QUARANTINED
                    && slot(side).artifact().filter(artifact::sameContent).isPresent()) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    /** The digests of all artifacts that it needs. */
    Set<String> digests() {
        return Stream.of(a.artifact().stream(), b.artifact().stream(), past.stream())
                .flatMap(artifacts -> artifacts)
                .map(Artifact::digest)
                .collect(Collectors.toSet());
    }

    ResourceState with(SlotSide side, Slot slot) {
        return side == SlotSide.A
                ? new ResourceState(spec, slot, b, active, past, known, rank, group, note)
                : new ResourceState(spec, a, slot, active, past, known, rank, group, note);
    }

    ResourceState with(SlotSide side, SlotState state) {
        return with(side, new Slot(state, slot(side).artifact()));
    }

    /** What a rollback brings back. */
    Optional<Artifact> wayBack() {
        return past.stream().findFirst();
    }

    /** What is in the slot comes on stage for the first time; what was there before becomes the way back. */
    ResourceState onStage(SlotSide side, int flip, Group with) {
        Artifact now = slot(side).artifact().orElseThrow();
        List<Artifact> before = Stream.concat(activeArtifact().stream(), past.stream())
                .filter(artifact -> !artifact.sameContent(now))
                .limit(WAYS_BACK)
                .toList();
        return played(side, now, before, flip, with);
    }

    /** The way back, which is in the slot, comes on stage again; the one before it becomes the way back. */
    ResourceState backOnStage(SlotSide side, int flip) {
        Artifact now = slot(side).artifact().orElseThrow();
        List<Artifact> before =
                past.stream().filter(artifact -> !artifact.sameContent(now)).toList();
        return played(side, now, before, flip, Group.ALONE);
    }

    private ResourceState played(SlotSide side, Artifact now, List<Artifact> before, int flip, Group with) {
        return new ResourceState(now.spec(), a, b, Optional.of(side), before, known, flip, with, "")
                .with(side, SlotState.ACTIVE);
    }

    ResourceState knowing(Artifact artifact) {
        Map<String, String> more = new TreeMap<>(known);
        more.put(artifact.version().toString(), artifact.digest());
        return new ResourceState(spec, a, b, active, past, more, rank, group, note);
    }

    ResourceState noting(String text) {
        return new ResourceState(spec, a, b, active, past, known, rank, group, text);
    }
}
