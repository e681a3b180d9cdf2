package org.understudy.logging;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;

/** Follows every log of the framework for as long as the bundle is active. It needs no component runtime to do so. */
public final class Activator implements BundleActivator {
    private ServiceTracker<LogReaderService, Forwarder> readers;

    @Override
    public void start(BundleContext context) {
        readers = new ServiceTracker<>(context, LogReaderService.class, null) {
            @Override
            public Forwarder addingService(ServiceReference<LogReaderService> reference) {
                LogReaderService reader = context.getService(reference);
                Forwarder forwarder = new Forwarder(new Slf4jSink());
                reader.addLogListener(forwarder);
                forwarder.replay(reader.getLog());
                return forwarder;
            }

            @Override
            public void removedService(ServiceReference<LogReaderService> reference, Forwarder forwarder) {
                context.getService(reference).removeLogListener(forwarder);
                context.ungetService(reference);
                context.ungetService(reference);
            }
        };
        readers.open();
    }

    @Override
    public void stop(BundleContext context) {
        readers.close();
    }
}
