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
 * @param retiredMillis for how long it has been off stage for good, milliseconds; 0 unless it is
 * @param holders who was found to keep it from being collected, where it is off stage for good
 */
public record GenerationStatus(
        String resource,
        String version,
        SlotSide slot,
        Use use,
        boolean onPurpose,
        long retiredMillis,
        List<Holder> holders) {
    public GenerationStatus {
        holders = List.copyOf(holders);
    }

    /** What a generation is to its resource. */
    public enum Use {
        ACTIVE,
        WAY_BACK,
        /** Off stage for good: a leak, unless it is collected soon. */
        RETIRED
    }
}
