package org.understudy.swap.provider;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * The same for a service of bundle scope: the framework tells the scope by the type of the factory, so it must not be
 * one of prototypes.
 *
 * @param factory what does the work
 */
record BundleScopedFactory(HandleFactory factory) implements ServiceFactory<Object> {
    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
        return factory.getService(bundle, registration);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object handle) {
        factory.ungetService(bundle, registration, handle);
    }
}
