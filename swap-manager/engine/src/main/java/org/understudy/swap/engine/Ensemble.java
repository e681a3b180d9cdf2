package org.understudy.swap.engine;

import java.util.List;

/**
 * The resources that come on stage at one instant, while they get ready one after the other.
 *
 * @param members all of them
 * @param intermissions of those that are ready and had to be stopped for it
 */
record Ensemble(List<ManagedResource> members, List<Intermission> intermissions) {
    Ensemble {
        members = List.copyOf(members);
        intermissions = List.copyOf(intermissions);
    }

    /** One resource by itself. */
    static Ensemble of(ManagedResource resource) {
        return new Ensemble(List.of(resource), List.of());
    }

    /** All members but this one. */
    List<ManagedResource> othersThan(ManagedResource resource) {
        return members.stream().filter(member -> member != resource).toList();
    }
}
