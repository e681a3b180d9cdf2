package org.understudy.newsroom.faulty.analytics;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.newsroom.InjectedFault;

/** Fault: the activator throws. */
public final class ActivatorThrows implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new InjectedFault("analytics", context.getBundle().getVersion().toString());
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
