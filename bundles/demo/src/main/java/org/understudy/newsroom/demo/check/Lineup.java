package org.understudy.newsroom.demo.check;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of each of some parts: of one, or of those that are swapped as a group.
 *
 * @param versions the versions; not empty
 */
public record Lineup(Map<Part, String> versions) {
    public Lineup {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a line-up has at least one part");
        }
        versions = Collections.unmodifiableMap(new EnumMap<>(versions));
    }

    /** What is asked for each of these parts. */
    public static Lineup of(Collection<Part> parts, Function<Part, String> version) {
        return new Lineup(parts.stream().collect(Collectors.toMap(Function.identity(), version)));
    }

    /** The parts, in the order of their declaration. */
    public List<Part> parts() {
        return List.copyOf(versions.keySet());
    }

    /** The first of the parts. */
    public Part first() {
        return versions.keySet().iterator().next();
    }

    /** What is swapped when this is. */
    public Offering offering() {
        return first().offering();
    }

    /** The version of one of its parts. */
    public String version(Part part) {
        return versions.get(part);
    }

    /** Whether more than one part is in it. */
    public boolean group() {
        return versions.size() > 1;
    }

    /** The names of the resources, with commas between. */
    public String names() {
        return versions.keySet().stream().map(Part::resource).collect(Collectors.joining(","));
    }

    /** The versions with commas between; one where all have the same. */
    public String numbers() {
        return versions.values().stream().distinct().collect(Collectors.joining(","));
    }
}
