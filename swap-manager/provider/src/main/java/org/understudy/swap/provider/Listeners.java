package org.understudy.swap.provider;

import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/** Tells every registered listener; one that throws is logged and keeps nobody from anything. */
final class Listeners implements Consumer<SwapEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final SwapListener[] NONE = {};

    private final ServiceTracker<SwapListener, SwapListener> listeners;

    Listeners(BundleContext context) {
        this.listeners = new ServiceTracker<>(context, SwapListener.class, null);
        this.listeners.open();
    }

    @Override
    public void accept(SwapEvent event) {
        LOG.info("{}", event);
        for (SwapListener listener : listeners.getServices(NONE)) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.error("a listener failed at {}", event, e);
            }
        }
    }

    @Override
    public void close() {
        listeners.close();
    }
}
