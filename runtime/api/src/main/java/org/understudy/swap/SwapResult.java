package org.understudy.swap;

import java.util.Objects;
import java.util.Optional;

/** How a swap or a rollback ended. The version that answers calls afterwards is {@link #active()}. */
public sealed interface SwapResult {
    /** The resource. */
    String resource();

    /** The version that was active before, if any. */
    Optional<String> from();

    /** The version that was asked for; empty where the request did not get as far as naming one. */
    Optional<String> to();

    /** One word for programs: {@code swapped}, {@code rolledBack}, {@code draining} or {@code refused}. */
    String outcome();

    /** Why, in a sentence that names the thing and the way out; empty where there is nothing to say. */
    String reason();

    /** How long it took; {@link Timing#NONE} where nothing was flipped. */
    Timing timing();

    /** Whether the version that was asked for is now the one that answers. */
    default boolean flipped() {
        return !(this instanceof Refused);
    }

    /** The version that answers calls after this, if any. */
    default Optional<String> active() {
        return flipped() ? to() : from();
    }

    /**
     * A new version is on stage.
     *
     * @param resource the resource
     * @param from the version before; empty for the first one
     * @param to the version now
     * @param drained whether all calls had left the old version when this was returned
     * @param reason what is worth saying, for example how many calls are still inside
     * @param timing the figures
     */
    record Swapped(
            String resource, Optional<String> from, Optional<String> to, boolean drained, String reason, Timing timing)
            implements SwapResult {
        @Override
        public String outcome() {
            return drained ? "swapped" : "draining";
        }
    }

    /**
     * The way back is on stage again.
     *
     * @param resource the resource
     * @param from the version that was taken off
     * @param to the version that came back
     * @param drained whether all calls had left when this was returned
     * @param reason what is worth saying
     * @param timing the figures
     */
    record RolledBack(
            String resource, Optional<String> from, Optional<String> to, boolean drained, String reason, Timing timing)
            implements SwapResult {
        @Override
        public String outcome() {
            return drained ? "rolledBack" : "draining";
        }
    }

    /**
     * Nothing was flipped; what ran still runs.
     *
     * @param resource the resource
     * @param from the version that goes on
     * @param to the version that was refused, if it got as far as being known
     * @param reason the thing, the reason and the way out
     */
    record Refused(String resource, Optional<String> from, Optional<String> to, String reason) implements SwapResult {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String outcome() {
            return "refused";
        }

        @Override
        public Timing timing() {
            return Timing.NONE;
        }
    }
}
