package org.understudy.bench.kill.inside;

import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The smallest resource there is: one of many, where it counts how many there are. */
public final class Extra implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        String name = context.getBundle().getSymbolicName();
        context.registerService(Supplier.class, () -> name, null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }
}
