package org.understudy.newsroom.feed;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The wire that all consumers of this version are given from. It begins with the standard lines, so that a version has
 * something to say before it comes on stage; there the {@link WirePoller} puts newer ones in.
 *
 * <p>One for the bundle, not one a component: the feed's component has an instance for each consumer, and what a class
 * of one version keeps is seen by no other version.
 */
public final class Newswire {
    private static final AtomicReference<Wire> CURRENT = new AtomicReference<>(Wire.standard());

    private static volatile long confirmedNanos = System.nanoTime();

    private Newswire() {}

    /** The wire as it is now. */
    public static Wire current() {
        return CURRENT.get();
    }

    static void replace(Wire wire) {
        CURRENT.set(wire);
    }

    /** The lines are the latest that there are. */
    static void confirm() {
        confirmedNanos = System.nanoTime();
    }

    /** How long ago that was so last, seconds; at first since the start. */
    static double ageSeconds() {
        return (System.nanoTime() - confirmedNanos) / 1e9;
    }
}
