package org.understudy.bench.dispatch.ds;

/** A DS component with a dynamic, greedy reference in a field. */
public final class Holder {
    /** Written by SCR. */
    public volatile Answers answers;

    private static volatile Holder latest;

    /** Called by SCR. */
    public Holder() {
        latest = this;
    }

    /** The instance that SCR made last. */
    public static Holder latest() {
        return latest;
    }
}
