package org.understudy.swap;

import java.util.Optional;

/** How staging ended. */
public sealed interface StageResult {
    /** The resource. */
    String resource();

    /** The version, where it is known. */
    Optional<String> version();

    /**
     * The version lies in the free slot, resolved.
     *
     * @param resource the resource
     * @param version the version
     * @param slot the slot
     */
    record Staged(String resource, Optional<String> version, SlotSide slot) implements StageResult {}

    /**
     * Nothing was staged.
     *
     * @param resource the resource
     * @param version the version, where it is known
     * @param reason the thing, the reason and the way out
     */
    record Refused(String resource, Optional<String> version, String reason) implements StageResult {}
}
