package org.understudy.newsroom.faulty.analytics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fault: works as it should, but takes three seconds to start. */
public final class SlowStart implements BundleActivator {
    private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(3);

    @Override
    public void start(BundleContext context) {
        long end = System.nanoTime() + DELAY_NANOS;
        for (long left = DELAY_NANOS; left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Nothing was begun.
    }
}
