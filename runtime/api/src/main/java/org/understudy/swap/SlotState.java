package org.understudy.swap;

/** Where a slot stands in the life of what it holds. */
public enum SlotState {
    /** Holds nothing. */
    EMPTY,
    /** Installed. */
    STAGED,
    /** Resolved. */
    READY,
    /** Started, hidden, checked. */
    STANDBY,
    /** Answers the calls. */
    ACTIVE,
    /** Off stage, with calls still inside. */
    DRAINING,
    /** Off stage and empty, kept as the way back. */
    RETAINED,
    /** Hangs in its start or stop; not touched again in this run. */
    QUARANTINED
}
