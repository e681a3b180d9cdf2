package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/**
 * Decides, before any resource starts, which version of each is to be started, from what an earlier run has left: an
 * unconfirmed version does not survive the end of the process, unless that was in good order.
 */
final class Resumption {
    private final boolean inGoodOrder;
    private final int attemptsAllowed;
    private final Map<String, ResourceState> changed = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int flips;

    /**
     * Creates one.
     *
     * @param inGoodOrder whether the earlier run ended so
     * @param attemptsAllowed how often a provisional version may be on stage
     * @param flips the number of the runtime's last flip
     */
    Resumption(boolean inGoodOrder, int attemptsAllowed, int flips) {
        this.inGoodOrder = inGoodOrder;
        this.attemptsAllowed = attemptsAllowed;
        this.flips = flips;
    }

    /** What is to be started of this resource. */
    ResourceState decide(ResourceState state) {
        if (state.provisional().isEmpty() || state.active().isEmpty()) {
            return state;
        }
        Provisional still = state.provisional().get();
        String label = state.activeArtifact().map(Artifact::label).orElse("");
        if (inGoodOrder) {
            notes.add(label + " is provisional still: its time goes on, " + Reasons.seconds(still.remaining())
                    + " are left");
            return state;
        }
        if (still.attempts() < attemptsAllowed) {
            notes.add(label + " was provisional when the process ended: it is tried again (attempt "
                    + (still.attempts() + 1) + " of " + attemptsAllowed + ")");
            return changed(state.with(state.standing().with(still.triedAgain())));
        }
        Optional<Artifact> back = state.wayBack();
        if (back.isEmpty()) {
            notes.add(label + " was provisional when the process ended, but the version before is gone: it stays");
            return changed(state.with(state.standing().committed()));
        }
        notes.add(label + " was provisional when the process ended, otherwise than in good order: "
                + back.get().version() + " is on stage again");
        return changed(takenBack(state, back.get()));
    }

    private ResourceState takenBack(ResourceState state, Artifact back) {
        SlotSide left = state.active().orElseThrow();
        SlotSide side = state.holds(left.other(), back) ? left.other() : replaced(state, left.other());
        return state.with(side, new ResourceState.Slot(SlotState.STAGED, Optional.of(back)))
                .with(left, SlotState.STAGED)
                .backOnStage(side, ++flips);
    }

    private SlotSide replaced(ResourceState state, SlotSide side) {
        notes.add("slot " + side + " of " + state.spec().name() + " is written anew for that");
        return side;
    }

    private ResourceState changed(ResourceState state) {
        changed.put(state.spec().name(), state);
        return state;
    }

    /** Decides for all of them. */
    Map<String, ResourceState> decide(Map<String, ResourceState> states) {
        Map<String, ResourceState> decided = new TreeMap<>(states);
        decided.replaceAll((name, state) -> decide(state));
        return decided;
    }

    /** The states that are no longer what the journal says. */
    List<ResourceState> changed() {
        return List.copyOf(changed.values());
    }

    /** What was decided, for people. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
