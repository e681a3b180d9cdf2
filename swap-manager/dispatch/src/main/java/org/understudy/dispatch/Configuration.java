package org.understudy.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which version is on stage of each resource, at one instant; immutable but for the count of the pinned requests that
 * hold on to it. That is one counter, not cells: requests are rarer than calls. Published once, by
 * {@link Configurations}.
 */
final class Configuration implements Configurations.Lead {
    /** By the number of the resource; {@code null} where no version is on stage. */
    private final Engagement[] engagements;

    /** By the number of the resource: where pinned calls wait; {@code null} where they need not. */
    private final Gate[] withheld;

    private final AtomicLong pins = new AtomicLong();

    /** The configuration in which nothing is on stage. */
    Configuration() {
        this(new Engagement[0], new Gate[0]);
    }

    private Configuration(Engagement[] engagements, Gate[] withheld) {
        this.engagements = engagements;
        this.withheld = withheld;
    }

    /** The version of this resource; {@code null} where none is on stage. */
    Engagement of(Pointer resource) {
        int number = resource.number();
        if (number < 0 || number >= engagements.length) {
            return null;
        }
        Engagement engagement = engagements[number];
        return engagement != null && engagement.resource() == resource ? engagement : null;
    }

    /**
     * Where pinned calls of this resource wait, which is on stage, but is about to be swapped together with one that is
     * not; {@code null} where they need not.
     */
    Gate withheld(Pointer resource) {
        int number = resource.number();
        return number < 0 || number >= withheld.length ? null : withheld[number];
    }

    boolean names(Engagement engagement) {
        return of(engagement.resource()) == engagement;
    }

    /** The same, but for these, which are on stage then. */
    Configuration with(List<Engagement> entering) {
        int size = engagements.length;
        for (Engagement engagement : entering) {
            size = Math.max(size, engagement.resource().number() + 1);
        }
        Configuration next = new Configuration(Arrays.copyOf(engagements, size), Arrays.copyOf(withheld, size));
        for (Engagement engagement : entering) {
            int number = engagement.resource().number();
            next.engagements[number] = engagement;
            next.withheld[number] = null;
        }
        return next;
    }

    /** The same without this resource, and without the others, of which pinned calls wait at the gate. */
    Configuration without(Pointer leaving, List<Pointer> others, Gate gate) {
        Configuration next = new Configuration(engagements.clone(), withheld.clone());
        if (leaving.number() >= 0 && leaving.number() < engagements.length) {
            next.engagements[leaving.number()] = null;
            next.withheld[leaving.number()] = null; // it has a gate of its own now
        }
        for (Pointer other : others) {
            if (other != leaving && of(other) != null) {
                next.engagements[other.number()] = null;
                next.withheld[other.number()] = gate;
            }
        }
        return next;
    }

    /** Whether pinned calls of the resource with this number wait at this gate. */
    boolean waitsAt(Route gate, int number) {
        return number < withheld.length && withheld[number] != null && withheld[number] == gate;
    }

    /** Counts a pinned request in. Ordered before all that this thread reads afterwards. */
    void arrive() {
        pins.incrementAndGet();
    }

    /** Counts it out. Ordered after all that was done under the pin. */
    void leave() {
        pins.decrementAndGet();
    }

    /** How many pinned requests hold on to it. Once zero and no longer current, it stays zero. */
    long pins() {
        return pins.get();
    }

    @Override
    public Configuration now() {
        return this;
    }
}
