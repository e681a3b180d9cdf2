package org.understudy.swap;

/**
 * The figures of a flip.
 *
 * @param flipMicros from the decision to flip a started, checked standby until the pointer was written, microseconds
 * @param drainMillis from the flip until the old version was found empty, or until the waiting ended, milliseconds
 * @param gapMillis how long calls were held, milliseconds; 0 where none was
 * @param heldCalls how many calls were held meanwhile
 */
public record Timing(double flipMicros, double drainMillis, double gapMillis, long heldCalls) {
    /** The figures of an operation that flipped nothing. */
    public static final Timing NONE = new Timing(0, 0, 0, 0);
}
