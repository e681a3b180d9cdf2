package org.understudy.swap;

import java.util.Optional;

/** Something that happened to a resource. Times are {@link System#nanoTime} values of this process. */
public sealed interface SwapEvent {
    /** The resource. */
    String resource();

    /**
     * A swap or rollback began.
     *
     * @param resource the resource
     * @param atNanos when
     */
    record Begun(String resource, long atNanos) implements SwapEvent {}

    /**
     * The standby is started and checked; the decision to flip follows as soon as all listeners have returned.
     *
     * @param resource the resource
     * @param from the version on stage
     * @param to the version about to come
     */
    record Ready(String resource, Optional<String> from, String to) implements SwapEvent {}

    /**
     * The pointer was written.
     *
     * @param resource the resource
     * @param from the version that was on stage
     * @param to the version that is
     * @param rank the number of this flip
     * @param decidedNanos when the flip was decided
     * @param flippedNanos when the pointer had been written
     * @param back whether this takes a flip back
     */
    record Flipped(
            String resource,
            Optional<String> from,
            String to,
            int rank,
            long decidedNanos,
            long flippedNanos,
            boolean back)
            implements SwapEvent {}

    /**
     * All calls have left the version that was taken off stage, or the waiting was ended.
     *
     * @param resource the resource
     * @param version the version
     * @param cut how many calls were still inside
     * @param atNanos when
     */
    record Drained(String resource, String version, long cut, long atNanos) implements SwapEvent {}

    /**
     * A swap or rollback ended; the result is about to be returned to whoever asked.
     *
     * @param resource the resource
     * @param result how it ended
     * @param atNanos when
     */
    record Ended(String resource, SwapResult result, long atNanos) implements SwapEvent {}

    /**
     * Something was done to a slot or front behind the swap-manager's back, and what it did about it.
     *
     * @param resource the resource
     * @param what what was noticed and done
     * @param heldMillis how long calls were held
     */
    record Repaired(String resource, String what, double heldMillis) implements SwapEvent {}
}
