package org.understudy.swap;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the resources of the application, two slots each, and exchanges their versions while callers go on calling.
 *
 * <p>Safe for use by many threads. At most one operation changes a resource at a time: a second one is refused with
 * the reason, never queued. Whatever an operation refuses, it leaves the running version as it was; a refusal is a
 * value ({@link SwapResult.Refused}), not an exception. Exceptions are for misuse: each method that takes a name
 * throws {@link UnknownResourceException} where no such resource is known.
 */
@ProviderType
public interface SwapManager {
    /** All resources, by name. */
    List<ResourceStatus> resources();

    /** One resource. */
    ResourceStatus resource(String name);

    /** The slots of all resources that hold something, by resource and side. */
    List<SlotStatus> slots();

    /** The two slots of one resource, the empty ones too. */
    List<SlotStatus> slots(String name);

    /**
     * Puts a version into the free slot, installed and resolved, but not started. The first version of a resource
     * that nobody knows yet makes the resource known.
     */
    StageResult stage(String name, Candidate candidate);

    /** What {@link #swap} would do, with what speaks against it. Changes nothing. */
    SwapPlan plan(String name, Candidate candidate);

    /**
     * Makes all members of the request active at one instant: each is staged, started and checked beside the running
     * version; then all are flipped to, and the calls inside the old versions are waited for, until they have left or
     * the drain deadline has passed. Who has met the new version of one member, on whatever thread, does not meet the
     * old version of another afterwards. All or none: if one cannot come on stage, none does, and the results say so.
     * The calls of a member that is swapped by a restart ({@link SwapPlan.Manner#RESTART}) are held meanwhile.
     *
     * <p>What comes in the place of another version is provisional until it has stood its bake time, and is committed
     * then; until it is, a crash of the process or a failing verdict brings the version before back, and no further
     * version is taken.
     *
     * @return one result a member, in the order of the members
     */
    List<SwapResult> swap(SwapRequest request);

    /** {@link #swap(SwapRequest)} for one resource. */
    default SwapResult swap(String name, Candidate candidate) {
        return swap(SwapRequest.of(name, candidate)).get(0);
    }

    /** {@link #swap(SwapRequest)} for several. */
    default List<SwapResult> swap(List<GroupMember> members) {
        return swap(SwapRequest.of(members));
    }

    /**
     * Puts the way back on stage again, and waits for the drain as {@link #swap} does. What came on stage together
     * with others goes back together with them: the reason of the result names them.
     *
     * @param by who asks, as it is to stand in the record
     * @param cause why, as it is to stand in the record; may be empty
     */
    SwapResult rollback(String name, String by, String cause);

    /** {@link #rollback(String, String, String)} without a word for the record. */
    default SwapResult rollback(String name) {
        return rollback(name, "", "");
    }

    /**
     * Commits the provisional version of the resource and all that came with it: nothing takes it back by itself any
     * more. Refused where it is not provisional.
     *
     * @param by who says so
     * @param reason why; may be empty
     */
    BakeResult commit(String name, String by, String reason);

    /** Stops the bake time of the provisional version: it is committed only by hand, or once its time goes on. */
    BakeResult pause(String name, String by, String reason);

    /** Has the bake time of a paused version go on. */
    BakeResult resume(String name, String by, String reason);

    /**
     * The latest swaps and rollbacks, the refused ones too, the latest first.
     *
     * @param limit how many at most
     */
    List<SwapRecord> swaps(int limit);

    /** The swap or rollback of this number. */
    Optional<SwapRecord> swap(long number);

    /** What {@link #swap(SwapRequest)} would do, member by member. Changes nothing. */
    List<SwapPlan> plan(List<GroupMember> members);

    /** Who is still inside the version that was last taken off stage, with the stacks of the threads there. */
    DrainStatus drain(String name);

    /** Ends the waiting for a drain: calls still inside are counted as cut, and their version may be stopped. */
    DrainStatus endDrain(String name);

    /**
     * Every generation that has been on stage or was started for it in this run and whose class loader is not yet
     * collected, oldest first. Read it after a collection: what then is neither active nor the way back leaks.
     */
    List<GenerationStatus> generations();

    /** The objects that have left their resource and were noticed, each kind once, the oldest first. */
    List<EscapeStatus> escapes();

    /** The versions of a resource that can be swapped in by version: what lies in the home, highest first. */
    List<String> versions(String name);
}
