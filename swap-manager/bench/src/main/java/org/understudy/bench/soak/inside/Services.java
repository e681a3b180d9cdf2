package org.understudy.bench.soak.inside;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Services, looked up by type and held: what stands before a resource outlives each of its versions. */
final class Services {
    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    <S> S get(Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new IllegalStateException("there is no " + type.getSimpleName());
        }
        return service;
    }

    /** Gives one back that was got. */
    void unget(Class<?> type) {
        ServiceReference<?> reference = context.getServiceReference(type);
        if (reference != null) {
            context.ungetService(reference);
        }
    }
}
