package org.understudy.swap.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a service looks from outside: what it is matched and published by.
 *
 * @param interfaces the interfaces it is registered under
 * @param identity what tells it from others with the same interfaces: the first that it has of our own id,
 *     service.pid and component.name; empty where it has none
 * @param properties the registration properties that its handle mirrors
 * @param scope whether consumers share its object
 * @param fixed the names of those properties whose change makes a whiteboard register the service anew: a published
 *     handle's are never changed
 */
public record ServiceShape(
        List<String> interfaces, String identity, Map<String, Object> properties, Scope scope, Set<String> fixed) {
    /** Whether consumers share a service's object (core specification, chapter 5.3). */
    public enum Scope {
        SINGLETON,
        BUNDLE,
        PROTOTYPE
    }

    public ServiceShape {
        interfaces = List.copyOf(new TreeSet<>(interfaces));
        properties = Map.copyOf(properties);
        fixed = Set.copyOf(fixed);
    }

    /** A service that no whiteboard looks at. */
    public ServiceShape(List<String> interfaces, String identity, Map<String, Object> properties, Scope scope) {
        this(interfaces, identity, properties, scope, Set.of());
    }

    /** What messages call it. */
    public String label() {
        return String.join(", ", interfaces) + (identity.isEmpty() ? "" : " (" + identity + ")");
    }

    /** Whether a handle that looks like this can be made to look like that one without being registered anew. */
    boolean canBecome(ServiceShape other) {
        return fixed.equals(other.fixed) && sameIn(fixed, other);
    }

    /** Whether both show the same properties. */
    boolean looksLike(ServiceShape other) {
        return properties.keySet().equals(other.properties.keySet()) && sameIn(properties.keySet(), other);
    }

    /** Which of the properties that a whiteboard reads are others there, in words. */
    List<String> differences(ServiceShape other) {
        return Stream.concat(fixed.stream(), other.fixed.stream())
                .distinct()
                .sorted()
                .filter(key -> !Objects.deepEquals(properties.get(key), other.properties.get(key)))
                .map(key -> key + " from " + text(properties.get(key)) + " to " + text(other.properties.get(key)))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof Object[] many ? Arrays.toString(many) : String.valueOf(value);
    }

    private boolean sameIn(Collection<String> keys, ServiceShape other) {
        return keys.stream().allMatch(key -> Objects.deepEquals(properties.get(key), other.properties.get(key)));
    }

    /** The same service, seen through as many interfaces, with the properties of another. */
    ServiceShape showing(ServiceShape other) {
        return new ServiceShape(interfaces, other.identity, other.properties, scope, other.fixed);
    }

    boolean covers(ServiceShape handle) {
        return interfaces.containsAll(handle.interfaces);
    }

    /** The same service, seen only through those of its interfaces that are not in {@code covered}. */
    ServiceShape without(Collection<String> covered) {
        SortedSet<String> rest = new TreeSet<>(interfaces);
        rest.removeAll(covered);
        return new ServiceShape(List.copyOf(rest), identity, properties, scope, fixed);
    }
}
