package org.understudy.newsroom.demo.load;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.newsroom.EventLedger;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Threads;

/**
 * Events at a stated rate, each with a number of its own; three of four are sent, one is posted. An event that was sent
 * has to have been handled when {@code sendEvent} returns.
 */
final class EventLoad implements AutoCloseable {
    private static final String TOPIC = "org/understudy/newsroom/reader/demo";
    private static final String SEQUENCE = "sequence";
    private static final int POSTED_EVERY = 4;
    private static final long POLL_NANOS = 10_000_000;
    private static final long QUIET_NANOS = 200_000_000;

    private final Rate rate;
    private final Checks checks;
    private final EventBook book;
    private final ServiceTracker<EventAdmin, EventAdmin> admin;
    private final ServiceRegistration<EventLedger> registration;
    private final Pace pace;
    private final Thread thread = Threads.daemon("demo-event-load", this::send);
    private volatile boolean over;
    private volatile long number;

    /** Begins, with a ledger in which handlers write down what they handle. */
    EventLoad(BundleContext context, Rate rate, Checks checks) {
        this.rate = rate;
        this.checks = checks;
        book = new EventBook(checks);
        admin = new ServiceTracker<>(context, EventAdmin.class, null);
        admin.open();
        registration = context.registerService(EventLedger.class, book, null);
        pace = new Pace(System.nanoTime(), 1e9 / rate.perSecond());
        thread.start();
    }

    EventBook book() {
        return book;
    }

    /** Sends no more, and waits for what was sent and posted as long as that may take. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join(rate.timeout().toMillis());
            if (thread.isAlive()) {
                checks.failures().add("events", "an event was sent, and that does not return");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long deadline = System.nanoTime() + rate.timeout().toNanos();
        while (book.balance().lost() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        LockSupport.parkNanos(QUIET_NANOS); // one that is handled twice is handled the second time only now
        registration.unregister();
        admin.close();
    }

    private void send() {
        while (!over) {
            long now = number;
            Pace.await(pace.start(now));
            book.open(now);
            Event event = new Event(TOPIC, Map.of(SEQUENCE, now));
            EventAdmin events = admin.getService();
            if (events == null) {
                checks.failures().add("events", "there is no Event Admin");
            } else if (now % POSTED_EVERY == 0) {
                events.postEvent(event);
            } else {
                events.sendEvent(event);
                if (!book.settled(now)) {
                    checks.failures().add("events", "an event was sent, and not handled when that returned");
                }
            }
            number = now + 1;
        }
    }
}
