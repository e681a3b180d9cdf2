package org.understudy.swap.provider;

import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapResult;

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
        if (event instanceof SwapEvent.Ended ended) {
            LOG.info("{}", sentence(ended.result()));
        } else if (event instanceof SwapEvent.Repaired repaired) {
            LOG.warn("{}: {}", repaired.resource(), repaired.what());
        } else {
            LOG.debug("{}", event);
        }
        for (SwapListener listener : listeners.getServices(NONE)) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.error("a listener failed at {}", event, e);
            }
        }
    }

    private static String sentence(SwapResult result) {
        return result.resource() + ": " + result.from().orElse("nothing") + " -> "
                + result.to().orElse("?") + " " + result.outcome()
                + (result.reason().isEmpty() ? "" : ": " + result.reason());
    }

    @Override
    public void close() {
        listeners.close();
    }
}
