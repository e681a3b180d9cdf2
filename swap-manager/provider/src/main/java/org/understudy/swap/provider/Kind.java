package org.understudy.swap.provider;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of services that whiteboards take up. Each needs more of its handle than passing calls on: a class of the
 * package {@code org.understudy.whiteboard} stands before the service, and the properties that the whiteboard reads are
 * left alone while the handle is published.
 */
enum Kind {
    SERVLET(
            "jakarta.servlet.Servlet",
            "ServletPart",
            List.of("jakarta.servlet", "jakarta.servlet.http"),
            "osgi.http.whiteboard.",
            "servlet.init.",
            Kind.RANKING),
    FILTER(
            "jakarta.servlet.Filter",
            "FilterPart",
            List.of("jakarta.servlet", "jakarta.servlet.http"),
            "osgi.http.whiteboard.",
            "filter.init.",
            Kind.RANKING),
    PREPROCESSOR(
            "org.osgi.service.servlet.whiteboard.Preprocessor",
            "PreprocessorPart",
            List.of("jakarta.servlet", "jakarta.servlet.http", "org.osgi.service.servlet.whiteboard"),
            "osgi.http.whiteboard.",
            "preprocessor.init.",
            Kind.RANKING),
    CONTEXT_HELPER(
            "org.osgi.service.servlet.context.ServletContextHelper",
            "",
            List.of("jakarta.servlet.http", "org.osgi.service.servlet.context"),
            "osgi.http.whiteboard.",
            "context.init.",
            Kind.RANKING),
    EVENT_HANDLER(
            "org.osgi.service.event.EventHandler", "EventHandlerPart", List.of("org.osgi.service.event"), "event."),
    COMMAND(
            "org.apache.felix.service.command.Function",
            "FunctionPart",
            List.of("org.apache.felix.service.command", "org.apache.felix.gogo.runtime"),
            "osgi.command.",
            Kind.RANKING);

    /** The package of the classes that stand before services. */
    static final String PACKAGE = "org.understudy.whiteboard";

    private static final String RANKING = "service.ranking";

    private final String type;
    private final String part;
    private final List<String> packages;
    private final List<String> fixed;

    Kind(String type, String part, List<String> packages, String... fixed) {
        this.type = type;
        this.part = part;
        this.packages = packages;
        this.fixed = List.of(fixed);
    }

    /** The kind of a service type, if it is one. */
    static Optional<Kind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** The kind of a handle: one of a whiteboard shows a single type. */
    static Optional<Kind> of(List<String> interfaces) {
        return interfaces.size() == 1 ? of(interfaces.get(0)) : Optional.empty();
    }

    /** The service type. */
    String type() {
        return type;
    }

    /** The class that stands before the service; empty where the service is called as it is. */
    Optional<String> part() {
        return part.isEmpty() ? Optional.empty() : Optional.of(PACKAGE + "." + part);
    }

    /** The class of its handles, where it cannot be generated. */
    Optional<String> handle() {
        return this == CONTEXT_HELPER ? Optional.of(PACKAGE + ".ContextHelperHandle") : Optional.empty();
    }

    /** The packages that a front with such a handle imports. */
    List<String> packages() {
        return packages;
    }

    /** Those of these properties that its whiteboard reads. */
    Set<String> fixed(Collection<String> keys) {
        return keys.stream()
                .filter(key -> fixed.stream().anyMatch(key::startsWith))
                .collect(Collectors.toSet());
    }
}
