package org.understudy.itest.felix.part;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Polls;

/** A component that offers nothing and polls in the background for as long as it is active. */
public class Poller {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private volatile Polls polls;
    private volatile boolean over;
    private Thread thread;
    private String version;

    /** Takes the book. */
    public void setPolls(Polls book) {
        polls = book;
    }

    /** Begins. */
    public void activate(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        polls.begins(version);
        thread = new Thread(this::poll, "poller of " + version);
        thread.start();
    }

    private void poll() {
        while (!over) {
            polls.polled(version);
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /** Ends, and with it what it has begun. */
    public void deactivate() throws InterruptedException {
        over = true;
        thread.join();
        polls.ends(version);
    }
}
