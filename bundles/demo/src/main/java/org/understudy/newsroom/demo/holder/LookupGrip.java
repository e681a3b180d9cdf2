package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.demo.check.Part;

final class LookupGrip implements Grip {
    private final BundleContext context;
    private final String contract;
    private ServiceReference<?> reference;

    LookupGrip(BundleContext context, Part part) {
        this.context = context;
        contract = part.contract().getName();
    }

    @Override
    public Object take() {
        reference = context.getServiceReference(contract);
        return reference == null ? null : context.getService(reference);
    }

    @Override
    public boolean release() {
        if (reference != null) {
            context.ungetService(reference);
            reference = null;
        }
        return true;
    }

    @Override
    public void close() {
        release();
    }
}
