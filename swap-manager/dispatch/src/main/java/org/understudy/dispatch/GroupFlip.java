package org.understudy.dispatch;

import java.util.HashSet;
import java.util.List;

/**
 * Points several resources elsewhere at one instant: a thread that was admitted to the new generation of one of them is
 * from then on, and so is every thread that knows of it, admitted to the new generation of each other.
 *
 * <p>The pointers are first hung under {@link Crossroads} one by one, which changes nothing for callers; one volatile
 * write is the flip; then each pointer is set to its new generation. See {@code PROTOCOL.md}.
 */
public final class GroupFlip {
    private GroupFlip() {}

    /**
     * Flips. One writer at a time for each of the pointers.
     *
     * @param pointers of the members, each once
     * @param next where each of them is to lead, in the same order
     * @return where each of them led before
     * @throws IllegalStateException if one of the generations was published before; nothing has changed then
     */
    public static List<Route> publish(List<Pointer> pointers, List<Generation> next) {
        if (pointers.size() != next.size() || new HashSet<>(pointers).size() != pointers.size()) {
            throw new IllegalArgumentException(
                    "a group needs one generation for each of its pointers, and each pointer once: " + next);
        }
        List<Route> before = pointers.stream().map(Pointer::route).toList();
        next.forEach(Generation::markPublished);
        Crossroads crossroads = new Crossroads(pointers, before, next);
        pointers.forEach(pointer -> pointer.set(crossroads));
        crossroads.flip();
        for (int i = 0; i < pointers.size(); i++) {
            pointers.get(i).set(next.get(i));
        }
        return before;
    }
}
