package org.understudy.swap;

import java.util.List;
import java.util.Optional;
import org.understudy.resource.Criticality;

/**
 * One resource as it stands.
 *
 * @param name its name
 * @param criticality how much hangs on it
 * @param swapCostMillis the declared disturbance of one swap, milliseconds
 * @param learnedCostMillis what its swaps have really cost so far, milliseconds; 0 where there was none yet
 * @param contract the interfaces through which it is used
 * @param activeVersion the version that answers the calls; empty where none does
 * @param wayBack what a rollback would bring back
 * @param state what is going on
 * @param rank the number of the last flip: the {@code service.ranking} that the active slot's marker has or is
 *     about to get
 * @param provisional how far the active version is from being committed; empty where it is
 * @param note what an admin should know, for example why it is down; else empty
 */
public record ResourceStatus(
        String name,
        Criticality criticality,
        long swapCostMillis,
        double learnedCostMillis,
        List<String> contract,
        Optional<String> activeVersion,
        Optional<WayBack> wayBack,
        State state,
        int rank,
        Optional<ProvisionalStatus> provisional,
        String note) {
    public ResourceStatus {
        contract = List.copyOf(contract);
    }

    /** What is going on with a resource. */
    public enum State {
        /** One version answers; nothing else goes on. */
        ACTIVE,
        /** One version answers, and has still to stand before it is committed. */
        PROVISIONAL,
        /** A version is being brought on stage; another may be answering. */
        SWAPPING,
        /** A version answers; calls are still inside the one before. */
        DRAINING,
        /** Calls are held while the active version is being brought back. */
        HELD,
        /** No version answers: calls fail. */
        DOWN
    }
}
