package org.understudy.swap;

import java.util.List;

/**
 * One started version whose class loader is not yet collected.
 *
 * @param resource the resource
 * @param version the version
 * @param slot its slot
 * @param use what it is to the resource now
 * @param onPurpose whether it was given up on purpose: it hangs in its start or stop
 * @param threads the names of live threads that run its code or were made by it, where any were found
 */
public record GenerationStatus(
        String resource, String version, SlotSide slot, Use use, boolean onPurpose, List<String> threads) {
    public GenerationStatus {
        threads = List.copyOf(threads);
    }

    /** What a generation is to its resource. */
    public enum Use {
        ACTIVE,
        WAY_BACK,
        /** Off stage for good: a leak, unless it is collected soon. */
        RETIRED
    }
}
