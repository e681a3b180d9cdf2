package org.understudy.swap.engine;

import java.util.Optional;
import org.understudy.resource.StateFormat;

/**
 * How the state of the version on stage gets into the one that is to come.
 *
 * @param format the format that both know, where one has to be found and was
 * @param obstacle why the state would be lost; empty where it would not
 */
record StatePath(Optional<StateFormat> format, String obstacle) {
    /** There is no state to carry. */
    static final StatePath NONE = new StatePath(Optional.empty(), "");

    /**
     * The path between two versions.
     *
     * @param from the formats of the one on stage; empty where it has no state
     * @param to the formats of the one to come; empty where it takes none over
     */
    static StatePath between(Artifact old, Optional<StateFormats> from, Artifact next, Optional<StateFormats> to) {
        if (from.isEmpty()) {
            return NONE;
        }
        if (to.isEmpty()) {
            return lost(old, next, next.label() + " registers no StateTransfer to take it over with");
        }
        return from.get()
                .to(to.get())
                .map(format -> new StatePath(Optional.of(format), ""))
                .orElseGet(() -> lost(
                        old,
                        next,
                        old.label() + " writes " + StateFormats.words(from.get().writes()) + ", " + next.label()
                                + " reads "
                                + StateFormats.words(to.get().reads())));
    }

    /** The path of a swap that stops the old version before the new one is started. */
    static StatePath throughRestart(Artifact old, Optional<StateFormats> from, Artifact next) {
        return from.isEmpty()
                ? NONE
                : lost(
                        old,
                        next,
                        "the two are swapped by a restart, through which no state is carried: keep it in files that both"
                                + " can read");
    }

    private static StatePath lost(Artifact old, Artifact next, String reason) {
        return new StatePath(
                Optional.empty(),
                "no state path: " + reason + "; stage a version that both " + old.version() + " and " + next.version()
                        + " can exchange it with, or say --allow-loss to leave the state of " + old.label()
                        + " behind");
    }

    /** Whether there is anything to carry. */
    boolean carries() {
        return format.isPresent();
    }

    /** Which way it goes, in a word. */
    static String direction(Artifact old, Artifact next) {
        return next.version().compareTo(old.version()) < 0 ? "down" : "up";
    }
}
