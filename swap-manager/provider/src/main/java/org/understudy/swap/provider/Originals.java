package org.understudy.swap.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The service types that make sense to one bundle only, which must see the slots' own services: Config Admin and
 * Metatype. They get no handle.
 */
final class Originals implements AutoCloseable {
    private static final String CONFIG_ADMIN = "org.osgi.service.cm.ConfigurationAdmin";
    private static final String METATYPE = "org.osgi.service.metatype.MetaTypeService";
    private static final Map<String, Set<String>> SEEN_BY = Map.of(
            "org.osgi.service.cm.ManagedService", Set.of(CONFIG_ADMIN, METATYPE),
            "org.osgi.service.cm.ManagedServiceFactory", Set.of(CONFIG_ADMIN, METATYPE),
            "org.osgi.service.cm.ConfigurationPlugin", Set.of(CONFIG_ADMIN),
            "org.osgi.service.metatype.MetaTypeProvider", Set.of(METATYPE));

    private final Map<String, ServiceTracker<Object, Object>> owners;

    Originals(BundleContext context) {
        this.owners = Map.of(
                CONFIG_ADMIN, new ServiceTracker<>(context, CONFIG_ADMIN, null),
                METATYPE, new ServiceTracker<>(context, METATYPE, null));
        owners.values().forEach(ServiceTracker::open);
    }

    /** Whether a service is registered under such types alone, so that it is never fronted. */
    static boolean areAll(ServiceReference<?> reference) {
        return SEEN_BY.keySet().containsAll(List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)));
    }

    boolean seenBy(Bundle asker, ServiceReference<?> reference) {
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            for (String owner : SEEN_BY.getOrDefault(type, Set.of())) {
                ServiceReference<Object> found = owners.get(owner).getServiceReference();
                if (found != null && asker.equals(found.getBundle())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        owners.values().forEach(ServiceTracker::close);
    }
}
