package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must be true of one resource, in the simple model that random plays are compared with. Immutable.
 *
 * @param active the version on stage
 * @param past the versions that rollbacks bring back, the next one first
 * @param takenBack how often a version was taken back before it had stood
 * @param group those that came together with the active version, by name; empty where it came alone
 * @param flip a number that those share who came together, and nobody else
 * @param bake what the active version still has to stand; empty once it is committed
 */
record Role(
        String active,
        List<String> past,
        Map<String, Integer> takenBack,
        List<String> group,
        int flip,
        Optional<Bake> bake) {
    private static final int WAYS_BACK = 3;

    /**
     * The time of a provisional version.
     *
     * @param millis how much of it is left
     * @param paused whether it stands still
     */
    record Bake(long millis, boolean paused) {}

    Role {
        past = List.copyOf(past);
        takenBack = Map.copyOf(takenBack);
        group = List.copyOf(group);
    }

    /** A resource whose first version comes. */
    static Role first(String version, List<String> group, int flip) {
        return new Role(version, List.of(), Map.of(), group, flip, Optional.empty());
    }

    /** Another version comes, or the same once more. */
    Role followed(String version, List<String> together, int number, Optional<Bake> trial) {
        List<String> before = new ArrayList<>(List.of(active));
        past.stream().filter(other -> !other.equals(version)).forEach(before::add);
        return new Role(
                version, before.subList(0, Math.min(WAYS_BACK, before.size())), takenBack, together, number, trial);
    }

    /** The version before comes back. */
    Role back(int number) {
        Map<String, Integer> more = new TreeMap<>(takenBack);
        if (bake.isPresent()) {
            more.merge(active, 1, Integer::sum);
        }
        String coming = past.get(0);
        return new Role(
                coming,
                past.stream().filter(other -> !other.equals(coming)).toList(),
                more,
                List.of(),
                number,
                Optional.empty());
    }

    /** The active version has stood. */
    Role stood() {
        return forgiving(active).with(Optional.empty());
    }

    /** Nothing is held against a version any more. */
    Role forgiving(String version) {
        Map<String, Integer> fewer = new TreeMap<>(takenBack);
        fewer.remove(version);
        return new Role(active, past, fewer, group, flip, bake);
    }

    Role with(Optional<Bake> now) {
        return new Role(active, past, takenBack, group, flip, now);
    }

    /** The same without the number that only the model knows. */
    Role plain() {
        return new Role(active, past, takenBack, group, 0, bake);
    }
}
