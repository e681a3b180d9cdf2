package org.understudy.newsroom.readership.version;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.EventHandler;
import org.osgi.service.event.propertytypes.EventTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.newsroom.readership.Gate;

/** The turnstile: counts who comes in, and says so now and then in the log. */
@Component(name = "newsroom.readership", service = EventHandler.class)
@EventTopics(Gate.READERS)
public final class Readership extends Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Readership.class);
    private static final int READERS_A_LINE = 10_000;

    private final AtomicLong readers = new AtomicLong();

    /** Begins at nought. */
    @Activate
    public Readership(BundleContext context) {
        super(context.getBundle().getVersion().toString());
    }

    @Override
    protected void count(String path) {
        long count = readers.incrementAndGet();
        if (count % READERS_A_LINE == 0) {
            LOG.info("{} readers", count);
        }
    }
}
