package org.understudy.newsroom.demo.check;

/**
 * What swaps cost that hold calls, to stop the old version before they start the new one or to hand its state over: how
 * long, and how many. Safe for use by several threads.
 */
public final class HoldMeter {
    private final Sample millis = new Sample();
    private long mostHeld;

    /** Takes note of one. */
    public synchronized void add(double heldMillis, long heldCalls) {
        millis.add(heldMillis);
        mostHeld = Math.max(mostHeld, heldCalls);
    }

    /** How long calls were held, milliseconds. */
    public Sample millis() {
        return millis;
    }

    /** The most calls that were held by one of them. */
    public synchronized long mostHeld() {
        return mostHeld;
    }
}
