package org.understudy.swap;

import java.util.List;
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
     * Makes the candidate the active version: stages, starts and checks it beside the running one, flips, and
     * waits until the calls inside the old version have left or its drain deadline has passed.
     */
    SwapResult swap(String name, Candidate candidate);

    /**
     * Puts the way back on stage again, and waits for the drain as {@link #swap} does. What came on stage together
     * with others goes back together with them: the reason of the result names them.
     */
    SwapResult rollback(String name);

    /** What {@link #swap(List)} would do, member by member. Changes nothing. */
    List<SwapPlan> plan(List<GroupMember> members);

    /**
     * Makes all candidates active at one instant: who has met the new version of one member, on whatever thread, does
     * not meet the old version of another afterwards. All or none: if one cannot come on stage, none does, and the
     * results say so. The calls of a member that is swapped by a restart ({@link SwapPlan.Manner#RESTART}) are held
     * meanwhile.
     *
     * @return one result a member, in the order of the members
     */
    List<SwapResult> swap(List<GroupMember> members);

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
