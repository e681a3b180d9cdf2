package org.understudy.swap.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.understudy.swap.Holder;

/**
 * Services that other bundles registered and that are objects of a class loader, or carry one in their properties. Objects
 * that are made for each consumer are not asked for.
 */
final class ServiceHolders {
    private final BundleContext context;

    ServiceHolders(BundleContext context) {
        this.context = context;
    }

    List<Holder> of(ClassLoader loader) {
        List<Holder> found = new ArrayList<>();
        for (ServiceReference<?> reference : all()) {
            if (reference.getBundle() != null && (isOf(loader, reference) || carries(loader, reference))) {
                found.add(new Holder(
                        Holder.Kind.SERVICE,
                        String.join(", ", (String[]) reference.getProperty(Constants.OBJECTCLASS)) + " (service "
                                + reference.getProperty(Constants.SERVICE_ID) + ") of " + reference.getBundle()));
            }
        }
        return found;
    }

    private ServiceReference<?>[] all() {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
            return all == null ? new ServiceReference<?>[0] : all;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    private boolean isOf(ClassLoader loader, ServiceReference<?> reference) {
        if (!Constants.SCOPE_SINGLETON.equals(reference.getProperty(Constants.SERVICE_SCOPE))) {
            return false;
        }
        Object service = context.getService(reference);
        try {
            return service != null && service.getClass().getClassLoader() == loader;
        } finally {
            if (service != null) {
                context.ungetService(reference);
            }
        }
    }

    private static boolean carries(ClassLoader loader, ServiceReference<?> reference) {
        return Stream.of(reference.getPropertyKeys())
                .map(reference::getProperty)
                .flatMap(value -> value instanceof Object[] array ? Stream.of(array) : Stream.of(value))
                .anyMatch(value -> value != null && value.getClass().getClassLoader() == loader);
    }
}
