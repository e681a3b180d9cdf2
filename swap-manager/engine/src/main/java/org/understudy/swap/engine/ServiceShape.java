package org.understudy.swap.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a service looks from outside: what it is matched and published by.
 *
 * @param interfaces the interfaces it is registered under
 * @param identity what tells it from others with the same interfaces: the first that it has of our own id,
 *     service.pid and component.name; empty where it has none
 * @param properties the registration properties that its handle mirrors
 * @param scope whether consumers share its object
 */
public record ServiceShape(List<String> interfaces, String identity, Map<String, Object> properties, Scope scope) {
    /** Whether consumers share a service's object (core specification, chapter 5.3). */
    public enum Scope {
        SINGLETON,
        BUNDLE,
        PROTOTYPE
    }

    public ServiceShape {
        interfaces = List.copyOf(new TreeSet<>(interfaces));
        properties = Map.copyOf(properties);
    }

    /** What messages call it. */
    public String label() {
        return String.join(", ", interfaces) + (identity.isEmpty() ? "" : " (" + identity + ")");
    }

    boolean covers(ServiceShape handle) {
        return interfaces.containsAll(handle.interfaces);
    }

    /** The same service, seen only through those of its interfaces that are not in {@code covered}. */
    ServiceShape without(Collection<String> covered) {
        SortedSet<String> rest = new TreeSet<>(interfaces);
        rest.removeAll(covered);
        return new ServiceShape(List.copyOf(rest), identity, properties, scope);
    }
}
