package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.understudy.resource.Criticality;

/**
 * What must be true of all resources, by name: those that a version was ever on stage of. Says what becomes of it by what
 * is asked for; a refusal is an empty result. Immutable.
 */
record World(Map<String, Role> roles, int flips) {
    /** How long a version has to stand. */
    static final Duration BAKE = Duration.ofSeconds(60);

    private static final int BAD_AFTER = 2;

    /** What is wanted beyond the usual. */
    record Wish(boolean lower, boolean bad) {}

    World {
        roles = new TreeMap<>(roles);
    }

    static World empty() {
        return new World(Map.of(), 0);
    }

    Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }

    private World with(Map<String, Role> changed) {
        Map<String, Role> all = new TreeMap<>(roles);
        all.putAll(changed);
        return new World(all, flips + 1);
    }

    private World each(Collection<String> names, UnaryOperator<Role> change) {
        Map<String, Role> changed = new TreeMap<>();
        names.forEach(name -> changed.put(name, change.apply(roles.get(name))));
        return with(changed);
    }

    /** The same without what only the model knows. */
    World plain() {
        Map<String, Role> plain = new TreeMap<>(roles);
        plain.replaceAll((name, role) -> role.plain());
        return new World(plain, 0);
    }

    /** Versions come on stage together. */
    Optional<World> swap(Map<String, String> versions, Wish wish) {
        return versions.entrySet().stream().allMatch(next -> admits(next.getKey(), next.getValue(), wish))
                ? Optional.of(flipped(versions, wish))
                : Optional.empty();
    }

    /** Whether this version may follow. */
    boolean admits(String name, String version, Wish wish) {
        if (role(name).isEmpty()) {
            return true;
        }
        Role now = roles.get(name);
        int order = version.compareTo(now.active());
        return now.bake().isEmpty() && (order > 0 || order < 0 && wish.lower()) && (wish.bad() || !isBad(now, version));
    }

    private static boolean isBad(Role role, String version) {
        return role.takenBack().getOrDefault(version, 0) >= BAD_AFTER;
    }

    private World flipped(Map<String, String> versions, Wish wish) {
        List<String> group = versions.size() == 1 ? List.of() : List.copyOf(new TreeSet<>(versions.keySet()));
        boolean wayBack = roles.keySet().containsAll(versions.keySet());
        Optional<Role.Bake> bake = wayBack ? Optional.of(new Role.Bake(BAKE.toMillis(), false)) : Optional.empty();
        Map<String, Role> changed = new TreeMap<>();
        versions.forEach((name, version) -> changed.put(
                name,
                role(name)
                        .map(now -> wish.bad() ? now.forgiving(version) : now)
                        .map(now -> now.followed(version, group, flips + 1, bake))
                        .orElse(Role.first(version, group, flips + 1))));
        return with(changed);
    }

    /** The active version comes once more. */
    Optional<World> again(String name) {
        return role(name)
                .filter(now -> now.bake().isEmpty() && !isBad(now, now.active()))
                .map(now -> flipped(Map.of(name, now.active()), new Wish(false, false)));
    }

    /** What came together with the resource's version, itself included. */
    Set<String> together(String name) {
        List<String> group = roles.get(name).group();
        return group.isEmpty() ? Set.of(name) : new TreeSet<>(group);
    }

    /** The last flip of the resource is taken back. */
    Optional<World> back(String name) {
        if (role(name).isEmpty()) {
            return Optional.empty();
        }
        Set<String> together = together(name);
        boolean whole = together.stream()
                .map(roles::get)
                .allMatch(each ->
                        each.flip() == roles.get(name).flip() && !each.past().isEmpty());
        return whole ? Optional.of(each(together, role -> role.back(flips + 1))) : Optional.empty();
    }

    Optional<World> commit(String name) {
        return provisional(name) ? Optional.of(each(together(name), Role::stood)) : Optional.empty();
    }

    Optional<World> pause(String name, boolean paused) {
        return provisional(name) && roles.get(name).bake().orElseThrow().paused() != paused
                ? Optional.of(paused(name, paused))
                : Optional.empty();
    }

    private World paused(String name, boolean paused) {
        return each(together(name), role -> role.with(role.bake().map(bake -> new Role.Bake(bake.millis(), paused))));
    }

    boolean provisional(String name) {
        return role(name).flatMap(Role::bake).isPresent();
    }

    /**
     * The worlds to which this one may come while time passes, the last being that in which all that is due was done; in the
     * others some of it could not be done.
     */
    List<World> pass(Duration time) {
        Map<String, Role> older = new TreeMap<>();
        Map<Integer, String> due = new LinkedHashMap<>();
        roles.forEach((name, role) -> {
            older.put(
                    name,
                    role.with(role.bake()
                            .map(bake -> bake.paused()
                                    ? bake
                                    : new Role.Bake(Math.max(0, bake.millis() - time.toMillis()), false))));
            role.bake()
                    .filter(bake -> !bake.paused() && bake.millis() < time.toMillis())
                    .ifPresent(bake -> due.put(role.flip(), name));
        });
        List<World> worlds = new ArrayList<>(List.of(with(older)));
        for (String name : due.values()) {
            new ArrayList<>(worlds).forEach(world -> worlds.add(world.concluded(name)));
        }
        return worlds;
    }

    /** The judge has no data; then what the policy says for the gravest of them is done. */
    private World concluded(String name) {
        Set<String> together = together(name);
        if (together.stream()
                .anyMatch(each -> Workshop.criticality(roles.get(each).active()) == Criticality.AUXILIARY)) {
            return back(name).orElse(this);
        }
        return together.stream()
                        .anyMatch(each -> Workshop.criticality(roles.get(each).active()) == Criticality.CRITICAL)
                ? paused(name, true)
                : commit(name).orElseThrow();
    }

    /** The process ends otherwise than in good order, and the next one starts. */
    World crash() {
        Set<String> provisional = new HashSet<>(roles.keySet());
        provisional.removeIf(name -> !provisional(name));
        return each(provisional, role -> role.back(flips + 1));
    }

    /**
     * At the start the active version of a resource does not start: what came with it and is provisional goes back together,
     * else the version before it takes its place alone. Where that is the same one, or none, it is waited for.
     */
    World fallen(String name) {
        Role now = roles.get(name);
        if (now.past().isEmpty() || now.past().get(0).equals(now.active())) {
            return this;
        }
        return provisional(name) ? back(name).orElseThrow() : each(Set.of(name), role -> role.back(flips + 1));
    }
}
