package org.understudy.swap.engine;

import java.util.List;
import java.util.Map;

/**
 * Which service of a version plays which handle.
 *
 * @param roles the service behind each handle that has one
 * @param added handles that the resource does not have yet
 * @param mirrored handles that it has and whose properties become these; their index tells which they are
 * @param replaced handles whose whiteboard properties the version has changed: it plays them until the old version is
 *     drained, and one of {@code added} beside each
 * @param lost handles for which this version has nothing
 */
record Casting(
        Map<Handle, Offer.Service> roles,
        List<Handle> added,
        List<Handle> mirrored,
        List<Handle> replaced,
        List<Handle> lost) {
    Casting {
        roles = Map.copyOf(roles);
        added = List.copyOf(added);
        mirrored = List.copyOf(mirrored);
        replaced = List.copyOf(replaced);
        lost = List.copyOf(lost);
    }

    /** Whether the handles stay as they are. */
    boolean changesNothing() {
        return added.isEmpty() && mirrored.isEmpty() && replaced.isEmpty() && lost.isEmpty();
    }

    /** Which services it lacks, in words. */
    String lostInWords() {
        return String.join(
                "; ", lost.stream().map(handle -> handle.shape().label()).toList());
    }
}
