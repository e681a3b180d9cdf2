package org.understudy.swap;

import java.util.Optional;

/**
 * One slot as it stands.
 *
 * @param resource the resource
 * @param slot which of the two
 * @param bundleId the id of the slot's bundle; -1 where the slot is empty
 * @param version what it holds
 * @param state where it stands
 * @param active whether it answers the calls
 */
public record SlotStatus(
        String resource, SlotSide slot, long bundleId, Optional<String> version, SlotState state, boolean active) {}
