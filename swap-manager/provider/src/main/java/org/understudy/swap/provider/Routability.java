package org.understudy.swap.provider;

import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Tells which services of a slot no handle can stand before. A slot that has such ones is swapped stop-start, and its
 * consumers see them as they are.
 *
 * <p>Nothing is remembered between two questions: a class that was loaded once is found at once, and a memory of service
 * references would keep replaced versions from being collected.
 */
final class Routability {
    private static final String RESOURCE_PATTERN = "osgi.http.whiteboard.resource.pattern";
    private static final Set<String> PAIRED =
            Set.of("jakarta.servlet.ServletContextListener", "jakarta.servlet.ServletRequestListener");

    private Routability() {}

    /** Whether a service type is a class of those that the service's bundle sees. */
    static boolean isClass(ServiceReference<?> reference, String type) {
        Bundle owner = reference.getBundle();
        BundleWiring wiring = owner == null ? null : owner.adapt(BundleWiring.class);
        return wiring != null && isClass(type, wiring.getClassLoader());
    }

    /** Why no handle can stand before a service, in words that go on from its name; empty where one can. */
    static Optional<String> obstacle(ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        BundleWiring wiring = owner == null ? null : owner.adapt(BundleWiring.class);
        if (wiring == null) {
            return Optional.empty(); // it is going
        }
        if (reference.getProperty(RESOURCE_PATTERN) != null) {
            return Optional.of("has its files served by the whiteboard, from its own bundle");
        }
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (PAIRED.contains(type)) {
                return Optional.of("is told of a beginning and of its end, which two versions cannot share");
            }
            if (Kind.of(type).isEmpty()
                    && !ServiceShapes.isCommand(reference)
                    && isClass(type, wiring.getClassLoader())) {
                return Optional.of("is registered under the class " + type + ", and only interfaces can have a handle");
            }
        }
        return Optional.empty();
    }

    private static boolean isClass(String type, ClassLoader loader) {
        try {
            return !Class.forName(type, false, loader).isInterface();
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // nor can a front link to it, which refuses it with the reason
        }
    }
}
