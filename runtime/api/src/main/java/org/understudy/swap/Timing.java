package org.understudy.swap;

/**
 * The figures of a flip.
 *
 * @param flipMicros from the decision to flip a started, checked standby until the pointer was written, microseconds
 * @param drainMillis from the flip until the old version was found empty, or until the waiting ended, milliseconds
 * @param gapMillis how long calls were held, milliseconds; 0 where none was
 * @param heldCalls how many calls were held meanwhile
 * @param stateBytes how many bytes of state were carried from the old version to the new; 0 where none was
 * @param prepareMillis from the beginning of the swap until the new version was ready, milliseconds
 */
public record Timing(
        double flipMicros,
        double drainMillis,
        double gapMillis,
        long heldCalls,
        long stateBytes,
        double prepareMillis) {
    /** The figures of an operation that flipped nothing. */
    public static final Timing NONE = new Timing(0, 0, 0, 0);

    /** The figures of a flip that carried no state, and before which nothing had to be prepared. */
    public Timing(double flipMicros, double drainMillis, double gapMillis, long heldCalls) {
        this(flipMicros, drainMillis, gapMillis, heldCalls, 0, 0);
    }
}
