package org.understudy.itest.felix.part;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Activators of bundles that handle events. Each event is told, with the version, to whoever listens. */
public final class Listening {
    /** The name under which the one who is told lies in the system properties. */
    public static final String LEDGER = "itest.ledger";

    /** The name under which a latch lies there, at which {@link Slow} waits. */
    public static final String LATCH = "itest.event.latch";

    private Listening() {}

    /** The topic of a resource. */
    public static String topic(String symbolicName) {
        return "itest/" + symbolicName.replace('.', '_').replace('-', '_');
    }

    /** Handles at once. */
    public static class Quick implements BundleActivator, EventHandler {
        private volatile String version;

        @Override
        public void start(BundleContext context) {
            version = context.getBundle().getVersion().toString();
            context.registerService(
                    EventHandler.class,
                    this,
                    new Hashtable<>(
                            Map.of("event.topics", topic(context.getBundle().getSymbolicName()))));
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws the service
        }

        @Override
        @SuppressWarnings("unchecked") // the story has put it there
        public void handleEvent(Event event) {
            ((BiConsumer<String, Object>) System.getProperties().get(LEDGER))
                    .accept(version, event.getProperty("sequence"));
        }
    }

    /** Handles all but its first event only once a latch is opened. */
    public static final class Slow extends Quick {
        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public void handleEvent(Event event) {
            if (first.getAndSet(false)) {
                super.handleEvent(event);
                return;
            }
            try {
                ((CountDownLatch) System.getProperties().get(LATCH)).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.handleEvent(event);
        }
    }
}
