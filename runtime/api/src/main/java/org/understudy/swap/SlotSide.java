package org.understudy.swap;

/** One of the two slots of a resource. */
public enum SlotSide {
    A,
    B;

    /** The opposite slot. */
    public SlotSide other() {
        return this == A ? B : A;
    }
}
