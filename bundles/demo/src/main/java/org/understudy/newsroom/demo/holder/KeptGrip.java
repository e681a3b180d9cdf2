package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.demo.check.Part;

final class KeptGrip implements Grip {
    private final BundleContext context;
    private final ServiceReference<?> reference;
    private final Object service;

    KeptGrip(BundleContext context, Part part) {
        this.context = context;
        reference = context.getServiceReference(part.contract().getName());
        service = reference == null ? null : context.getService(reference);
    }

    @Override
    public Object take() {
        return service;
    }

    @Override
    public boolean release() {
        return reference != null && reference.getBundle() != null;
    }

    @Override
    public void close() {
        if (reference != null) {
            context.ungetService(reference);
        }
    }
}
