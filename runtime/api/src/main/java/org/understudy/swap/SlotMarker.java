package org.understudy.swap;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The visible sign of a slot: one service per slot that holds something. The marker of the active slot has the
 * highest {@code service.ranking} of its resource; a flip gives it the next number of one counter of the runtime, in
 * one write, after the pointer. A marker is never ahead of the pointer and has caught up before
 * {@link SwapManager#swap} returns.
 */
@ProviderType
public interface SlotMarker {
    /** Property: the resource's name. */
    String RESOURCE = "understudy.resource";

    /** Property: the version in the slot. */
    String VERSION = "understudy.version";

    /** Property: {@code A} or {@code B}. */
    String SLOT = "understudy.slot";

    /** Property: the name of the slot's {@link SlotState}. */
    String STATE = "understudy.state";

    /** The resource. */
    String resource();

    /** The slot. */
    SlotSide slot();
}
