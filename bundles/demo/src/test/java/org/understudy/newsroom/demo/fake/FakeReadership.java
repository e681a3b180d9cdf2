package org.understudy.newsroom.demo.fake;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.understudy.newsroom.EventLedger;

/** An event handler over a handle. Where it sins it loses one event in a hundred, and handles another one twice. */
public final class FakeReadership implements EventHandler {
    private final BundleContext context;
    private final FakeHandle handle;
    private final boolean sins;
    private final AtomicLong events = new AtomicLong();

    FakeReadership(BundleContext context, FakeHandle handle, boolean sins) {
        this.context = context;
        this.handle = handle;
        this.sins = sins;
    }

    @Override
    public void handleEvent(Event event) {
        ServiceReference<EventLedger> reference = context.getServiceReference(EventLedger.class);
        EventLedger ledger = context.getService(reference);
        long number = events.incrementAndGet() % 100;
        for (int times = sins && number == 0 ? 0 : sins && number == 50 ? 2 : 1; times > 0; times--) {
            ledger.handled("readership", handle.version(), (Long) event.getProperty("sequence"));
        }
    }
}
