package org.understudy.swap.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;

/**
 * What the journal keeps of one resource: all that the next start needs. Artifacts are named by their digests.
 *
 * @param criticality as declared by its last active version
 * @param a digest of what is in slot A; {@code null} for nothing, as in all of these
 * @param b digest of what is in slot B
 * @param active the side on stage
 * @param past digests of the versions that rollbacks bring back, the next one first
 * @param known every version ever staged and its digest
 * @param takenBack how often a version was taken off stage before it was committed, by digest
 * @param rank the number of its last flip
 * @param group those that flipped together with it then
 * @param provisional what its active version still has to stand
 */
record KeptState(
        @JsonProperty(required = true) Criticality criticality,
        String a,
        String b,
        SlotSide active,
        List<String> past,
        Map<String, String> known,
        Map<String, Integer> takenBack,
        int rank,
        Standing.Group group,
        Bake provisional) {
    KeptState {
        group = group == null ? Standing.Group.ALONE : group;
        past = past == null ? List.of() : List.copyOf(past);
        known = known == null ? Map.of() : new TreeMap<>(known);
        takenBack = takenBack == null ? Map.of() : new TreeMap<>(takenBack);
    }

    /** {@link Provisional} as it is written. */
    record Bake(long swap, String since, long millis, long remainingMillis, int attempts, boolean paused) {
        private static Bake of(Provisional now) {
            return new Bake(
                    now.swap(),
                    now.since().toString(),
                    now.bake().toMillis(),
                    now.remaining().toMillis(),
                    now.attempts(),
                    now.paused());
        }

        Provisional provisional() {
            return new Provisional(
                    swap,
                    Instant.parse(since),
                    Duration.ofMillis(millis),
                    Duration.ofMillis(remainingMillis),
                    attempts,
                    paused);
        }
    }

    /** Of a resource that is not there. */
    static KeptState nothing(Criticality criticality) {
        return new KeptState(criticality, null, null, null, null, null, null, 0, null, null);
    }

    /** Whether the resource is not there. */
    boolean isNothing() {
        return a == null && b == null && past.isEmpty();
    }

    static KeptState of(ResourceState state) {
        return new KeptState(
                state.spec().criticality(),
                digest(state.slot(SlotSide.A)),
                digest(state.slot(SlotSide.B)),
                state.active().orElse(null),
                state.past().stream().map(Artifact::digest).toList(),
                state.known(),
                state.takenBack(),
                state.rank(),
                state.standing().group(),
                state.provisional().map(Bake::of).orElse(null));
    }

    private static String digest(ResourceState.Slot slot) {
        return slot.artifact().map(Artifact::digest).orElse(null);
    }

    Standing standing() {
        return new Standing(rank, group, Optional.ofNullable(provisional).map(Bake::provisional));
    }
}
