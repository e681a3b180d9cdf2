package org.understudy.swap.engine;

import java.util.Optional;

/**
 * A bundle at one of the swap-manager's locations, as the framework has it.
 *
 * @param location where
 * @param resource the resource that the location names
 * @param slot the slot that the location names; empty for a front
 * @param current whether it is what the location is used for now, not what hung and was given up, or was left by an
 *     earlier run
 * @param bundleId its number
 * @param label its symbolic name and version
 * @param life how far it has come
 */
public record Tenant(
        String location,
        String resource,
        Optional<SlotId> slot,
        boolean current,
        long bundleId,
        String label,
        Life life) {
    /** How far a bundle has come. */
    public enum Life {
        /** It is there. */
        INSTALLED,
        /** Its needs are met. */
        RESOLVED,
        /** It runs, or is starting or stopping. */
        STARTED
    }

    /** What messages call it. */
    String words() {
        return "bundle " + bundleId + " (" + label + ") at " + location;
    }
}
