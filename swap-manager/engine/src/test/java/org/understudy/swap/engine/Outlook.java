package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may have become of the world by an act.
 *
 * @param done where the act was done
 * @param refused where it was refused
 * @param between where something went wrong half-way; not the world before it
 */
record Outlook(List<World> done, List<World> refused, List<World> between) {
    Outlook {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
        between = List.copyOf(between);
    }

    /** An act that is done if the model says that it can be, else refused. */
    static Outlook of(World before, Optional<World> after) {
        return after.map(Outlook::sure).orElse(new Outlook(List.of(), List.of(before), List.of()));
    }

    /** An act that nothing keeps from being done. */
    static Outlook sure(World after) {
        return new Outlook(List.of(after), List.of(), List.of());
    }

    /** Where something may go wrong: what is said to be done must be so, or half so; what is refused must not be. */
    Outlook loosely(World before) {
        List<World> undone = concat(List.of(before), concat(refused, between));
        return new Outlook(concat(done, between), undone, between);
    }

    /** Where the process ends somewhere on the way, and another begins. */
    List<World> crashed(World before) {
        return concat(List.of(before), concat(done, concat(refused, between))).stream()
                .map(World::crash)
                .toList();
    }

    static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** That of these worlds which is the one that was seen, if one is. */
    static Optional<World> match(List<World> possible, World seen) {
        return new ArrayList<>(possible)
                .stream().filter(world -> world.plain().equals(seen)).findFirst();
    }
}
