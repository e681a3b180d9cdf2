package org.understudy.bench.kill.inside;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Looks each service up anew at each use, as the most careless of callers does. */
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
}
