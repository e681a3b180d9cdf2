package org.understudy.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which version is on stage of each resource, at one instant; immutable but for the count of the pinned requests that
 * hold on to it. Published once, by {@link Configurations}.
 */
final class Configuration implements Configurations.Lead {
    private final Map<Pointer, Engagement> engagements;
    private final Map<Pointer, Gate> withheld;
    private final Cells cells = new Cells(Tickets.COUNT);

    /** The configuration in which nothing is on stage. */
    Configuration() {
        this(Map.of(), Map.of());
    }

    private Configuration(Map<Pointer, Engagement> engagements, Map<Pointer, Gate> withheld) {
        this.engagements = Map.copyOf(engagements);
        this.withheld = Map.copyOf(withheld);
    }

    /** The version of this resource; {@code null} where none is on stage. */
    Engagement of(Pointer resource) {
        return engagements.get(resource);
    }

    /**
     * Where pinned calls of this resource wait, which is on stage, but is about to be swapped together with one that is
     * not; {@code null} where they need not.
     */
    Gate withheld(Pointer resource) {
        return withheld.get(resource);
    }

    boolean names(Engagement engagement) {
        return engagements.get(engagement.resource()) == engagement;
    }

    /** The same, but for these, which are on stage then. */
    Configuration with(List<Engagement> entering) {
        Map<Pointer, Engagement> on = new HashMap<>(engagements);
        Map<Pointer, Gate> waiting = new HashMap<>(withheld);
        for (Engagement engagement : entering) {
            on.put(engagement.resource(), engagement);
            waiting.remove(engagement.resource());
        }
        return new Configuration(on, waiting);
    }

    /** The same without this resource, and without the others, of which pinned calls wait at the gate. */
    Configuration without(Pointer leaving, List<Pointer> others, Gate gate) {
        Map<Pointer, Engagement> on = new HashMap<>(engagements);
        Map<Pointer, Gate> waiting = new HashMap<>(withheld);
        on.remove(leaving);
        waiting.remove(leaving);
        for (Pointer other : others) {
            if (on.remove(other) != null) {
                waiting.put(other, gate);
            }
        }
        return new Configuration(on, waiting);
    }

    /** The resources of which pinned calls wait at this gate. */
    List<Pointer> waitingAt(Route gate) {
        return withheld.entrySet().stream()
                .filter(entry -> entry.getValue() == gate)
                .map(Map.Entry::getKey)
                .toList();
    }

    void arrive(int ticket) {
        cells.arrive(ticket);
    }

    void leave(int ticket) {
        cells.leave(ticket);
    }

    Cells cells() {
        return cells;
    }

    @Override
    public Configuration now() {
        return this;
    }
}
