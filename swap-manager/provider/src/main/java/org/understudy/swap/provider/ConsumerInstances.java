package org.understudy.swap.provider;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Instances;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;

/**
 * Makes the service objects of a scoped service through the context of the bundle they are for, so that the framework
 * keeps its books about the right consumer.
 */
final class ConsumerInstances implements Instances {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerInstances.class);

    private final ServiceReference<?> reference;
    private final ServiceShape.Scope scope;

    ConsumerInstances(ServiceReference<?> reference, ServiceShape.Scope scope) {
        this.reference = reference;
        this.scope = scope;
    }

    @Override
    public Object make(Object consumer) throws Refusal {
        Bundle bundle = ((HandleOwner) consumer).bundle();
        BundleContext context = bundle.getBundleContext();
        if (context == null) {
            throw new Refusal(bundle.getSymbolicName() + " is stopped: it can hold no service object");
        }
        Object made =
                scope == ServiceShape.Scope.PROTOTYPE ? objects(context).getService() : context.getService(reference);
        if (made == null) {
            throw new Refusal("no service object could be made for " + bundle.getSymbolicName());
        }
        return made;
    }

    @Override
    public void release(Object consumer, Object instance) {
        BundleContext context = ((HandleOwner) consumer).bundle().getBundleContext();
        if (context == null || reference.getBundle() == null) {
            return; // the framework has given it back when the consumer or the service went
        }
        try {
            if (scope == ServiceShape.Scope.PROTOTYPE) {
                objects(context).ungetService(instance);
            } else {
                context.ungetService(reference);
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            // the consumer or the service went in between: the framework has given it back
            LOG.debug("already given back: {}", e.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private ServiceObjects<Object> objects(BundleContext context) {
        return context.getServiceObjects((ServiceReference<Object>) reference);
    }
}
