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

/** The register: counts who comes in and what is read most, and says so now and then in the log. */
@Component(name = "newsroom.readership", service = EventHandler.class)
@EventTopics(Gate.READERS)
public final class Readership extends Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Readership.class);
    private static final int READERS_A_LINE = 10_000;

    private final AtomicLong readers = new AtomicLong();
    private final Register register = new Register(1_000);

    /** Begins at nought. */
    @Activate
    public Readership(BundleContext context) {
        super(context.getBundle().getVersion().toString());
    }

    @Override
    protected void count(String path) {
        register.enter(path);
        long count = readers.incrementAndGet();
        if (count % READERS_A_LINE == 0) {
            LOG.info("{} readers, most of {}", count, register.favourite().orElse("nothing"));
        }
    }
}
