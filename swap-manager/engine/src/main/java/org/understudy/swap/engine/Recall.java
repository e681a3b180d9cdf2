package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/** Turns what the journal keeps of a resource into its state, as far as the artifacts are still there. */
final class Recall {
    private final ArtifactStore store;
    private final List<String> missing = new ArrayList<>();

    Recall(ArtifactStore store) {
        this.store = store;
    }

    ResourceState state(String name, KeptState kept) {
        ResourceState.Slot a = slot(kept.a(), kept.past());
        ResourceState.Slot b = slot(kept.b(), kept.past());
        List<Artifact> past = kept.past().stream()
                .map(this::artifact)
                .flatMap(Optional::stream)
                .toList();
        Optional<SlotSide> active = Optional.ofNullable(kept.active())
                .filter(side -> (side == SlotSide.A ? a : b).artifact().isPresent());
        ResourceSpec spec = active.flatMap(side -> (side == SlotSide.A ? a : b).artifact())
                .map(Artifact::spec)
                .orElse(ResourceSpec.unknown(name, kept.criticality()));
        return new ResourceState(
                spec, a, b, active, past, kept.known(), kept.takenBack(), kept.standing(), String.join("; ", missing));
    }

    private ResourceState.Slot slot(String digest, List<String> past) {
        SlotState state = !past.isEmpty() && past.get(0).equals(digest) ? SlotState.RETAINED : SlotState.STAGED;
        return artifact(digest)
                .map(found -> new ResourceState.Slot(state, Optional.of(found)))
                .orElse(ResourceState.Slot.EMPTY);
    }

    private Optional<Artifact> artifact(String digest) {
        if (digest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.find(digest));
        } catch (Refusal e) {
            missing.add(e.getMessage());
            return Optional.empty();
        }
    }
}
