package org.understudy.newsroom.faulty.analytics;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.analytics.version.ViewCounter;

/** Fault: counts as it should, but leaves a thread behind that never ends and holds its class loader. */
@Component(name = "newsroom.analytics")
public final class LeaksAThread implements Analytics {
    private final Analytics analytics;

    /** Starts the thread that nothing will stop. */
    @Activate
    public LeaksAThread(BundleContext context) {
        analytics = new ViewCounter(context);
        Thread thread = new Thread(LeaksAThread::linger, "newsroom-analytics-leaked");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Answer<Long> seen(String path) {
        return analytics.seen(path);
    }

    private static void linger() {
        while (true) {
            LockSupport.park(LeaksAThread.class);
            // Clears the interrupt, or park would return at once for ever after.
            Thread.interrupted();
        }
    }
}
