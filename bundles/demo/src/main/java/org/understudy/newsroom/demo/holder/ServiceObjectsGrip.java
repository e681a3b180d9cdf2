package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.demo.check.Part;

final class ServiceObjectsGrip implements Grip {
    private static final int CALLS_EACH = 16;

    private final BundleContext context;
    private final String contract;
    private ServiceObjects<Object> objects;
    private Object instance;
    private int calls;

    ServiceObjectsGrip(BundleContext context, Part part) {
        this.context = context;
        contract = part.contract().getName();
    }

    @Override
    public Object take() {
        if (instance == null) {
            @SuppressWarnings("unchecked") // any object will do
            ServiceReference<Object> reference = (ServiceReference<Object>) context.getServiceReference(contract);
            objects = reference == null ? null : context.getServiceObjects(reference);
            instance = objects == null ? null : objects.getService();
            calls = 0;
        }
        return instance;
    }

    @Override
    public boolean release() {
        if (instance == null) {
            return true;
        }
        boolean registered = objects.getServiceReference().getBundle() != null;
        if (++calls == CALLS_EACH || !registered) {
            giveBack(registered);
        }
        return registered;
    }

    @Override
    public void close() {
        if (instance != null) {
            giveBack(objects.getServiceReference().getBundle() != null);
        }
    }

    private void giveBack(boolean registered) {
        Object given = instance;
        instance = null;
        if (registered) {
            objects.ungetService(given);
        }
    }
}
