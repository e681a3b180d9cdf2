package org.understudy.swap.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.engine.ServiceShape;

/**
 * How the services of slots look from outside. A service that a whiteboard takes up is seen once for each whiteboard and
 * once for all its other interfaces: each view gets a handle of its own.
 */
final class ServiceShapes {
    /** Our own id of a service, for those whose interfaces and names do not tell them apart. */
    static final String ID = "understudy.id";

    private static final String COMMAND_SCOPE = "osgi.command.scope";
    private static final String COMMAND_FUNCTION = "osgi.command.function";
    private static final List<String> IDENTITIES = List.of(
            ID,
            Constants.SERVICE_PID,
            "component.name",
            "osgi.http.whiteboard.servlet.name",
            "osgi.http.whiteboard.servlet.pattern",
            "osgi.http.whiteboard.filter.name",
            "osgi.http.whiteboard.filter.pattern",
            "osgi.http.whiteboard.context.name",
            "event.topics");
    private static final Set<String> SET_BY_OTHERS = Set.of(
            Constants.OBJECTCLASS,
            Constants.SERVICE_ID,
            Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE,
            "component.id",
            "component.name",
            "osgi.ds.satisfying.condition.target");

    private final Components components;

    ServiceShapes(Components components) {
        this.components = components;
    }

    /** Whether a service offers Gogo commands. */
    static boolean isCommand(ServiceReference<?> reference) {
        return reference.getProperty(COMMAND_SCOPE) != null && reference.getProperty(COMMAND_FUNCTION) != null;
    }

    /** The views of a service. */
    List<ServiceShape> of(ServiceReference<?> reference) {
        return views(
                List.of(types(reference)),
                identity(reference::getProperty),
                properties(reference),
                scope(reference),
                type -> Routability.isClass(reference, type));
    }

    /**
     * The views of a service that is only declared.
     *
     * @param properties its properties, the name of its component among them
     */
    static List<ServiceShape> declared(List<String> types, Map<String, Object> properties, ServiceShape.Scope scope) {
        Map<String, Object> mirrored = new HashMap<>(properties);
        mirrored.keySet().removeAll(SET_BY_OTHERS);
        mirrored.keySet().removeAll(StateKeepers.PROPERTIES);
        return views(types, identity(properties::get), mirrored, scope, type -> false);
    }

    private static List<ServiceShape> views(
            List<String> types,
            String identity,
            Map<String, Object> properties,
            ServiceShape.Scope scope,
            Predicate<String> isClass) {
        List<ServiceShape> shapes = new ArrayList<>();
        List<String> others = new ArrayList<>(types);
        others.remove(StateKeepers.TYPE); // which only the swap-manager calls
        others.removeAll(InstrumentCollector.TYPES);
        for (Kind kind : Kind.values()) {
            if (others.remove(kind.type()) && kind != Kind.COMMAND) {
                shapes.add(whiteboard(kind, identity, properties, scope));
            }
        }
        if (properties.get(COMMAND_SCOPE) != null && properties.get(COMMAND_FUNCTION) != null) {
            others.removeIf(isClass); // Gogo asks for the properties, not the type
            shapes.addAll(commands(identity, properties));
        }
        if (!others.isEmpty()) {
            shapes.add(plain(others, identity, properties, scope, shapes));
        }
        return shapes;
    }

    private static ServiceShape whiteboard(
            Kind kind, String identity, Map<String, Object> properties, ServiceShape.Scope scope) {
        return new ServiceShape(List.of(kind.type()), identity, properties, scope, kind.fixed(properties.keySet()));
    }

    private static List<ServiceShape> commands(String identity, Map<String, Object> properties) {
        Object scope = properties.get(COMMAND_SCOPE);
        return texts(properties.get(COMMAND_FUNCTION)).stream()
                .map(function -> {
                    Map<String, Object> one = new HashMap<>(properties);
                    one.keySet().removeAll(Kind.SERVLET.fixed(properties.keySet()));
                    one.keySet().removeAll(Kind.EVENT_HANDLER.fixed(properties.keySet()));
                    one.put(COMMAND_FUNCTION, function);
                    return whiteboard(
                            Kind.COMMAND,
                            (identity + " " + scope + ":" + function).trim(),
                            one,
                            ServiceShape.Scope.SINGLETON);
                })
                .toList();
    }

    /** The other interfaces, without what a whiteboard would take the handle for. */
    private static ServiceShape plain(
            List<String> interfaces,
            String identity,
            Map<String, Object> properties,
            ServiceShape.Scope scope,
            List<ServiceShape> whiteboards) {
        Map<String, Object> own = new HashMap<>(properties);
        whiteboards.forEach(shape -> own.keySet().removeAll(shape.fixed()));
        // a listener is such a service: nothing stands before it, but its whiteboard reads its properties
        return new ServiceShape(
                interfaces,
                identity,
                own,
                scope,
                Kind.SERVLET.fixed(own.keySet()).stream()
                        .filter(key -> !key.equals(Constants.SERVICE_RANKING))
                        .collect(Collectors.toSet()));
    }

    /** The words of a property that may have one or several. */
    static List<String> texts(Object value) {
        if (value instanceof Object[] many) {
            return Arrays.stream(many).map(String::valueOf).toList();
        }
        return value instanceof java.util.Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** What messages call a service. */
    String label(ServiceReference<?> reference) {
        return new ServiceShape(
                        List.of(types(reference)),
                        identity(reference::getProperty),
                        Map.of(),
                        ServiceShape.Scope.SINGLETON)
                .label();
    }

    private static String[] types(ServiceReference<?> reference) {
        return (String[]) reference.getProperty(Constants.OBJECTCLASS);
    }

    private static String identity(Function<String, Object> properties) {
        return IDENTITIES.stream()
                .map(properties)
                .filter(Objects::nonNull)
                .map(value -> String.join(",", texts(value)))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> mirrored = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (!SET_BY_OTHERS.contains(key) && !StateKeepers.PROPERTIES.contains(key)) {
                mirrored.put(key, reference.getProperty(key));
            }
        }
        Optional.ofNullable(reference.getBundle())
                .flatMap(bundle -> Role.at(bundle.getLocation()))
                .ifPresent(role -> mirrored.put(SlotMarker.RESOURCE, role.resource()));
        return mirrored;
    }

    /** Whether consumers share its object; of a component, what it declares. */
    ServiceShape.Scope scope(ServiceReference<?> reference) {
        return components.scope(reference).orElseGet(() -> Optional.ofNullable(
                        reference.getProperty(Constants.SERVICE_SCOPE))
                .map(scope -> ServiceShape.Scope.valueOf(scope.toString().toUpperCase(Locale.ROOT)))
                .orElse(ServiceShape.Scope.SINGLETON));
    }
}
