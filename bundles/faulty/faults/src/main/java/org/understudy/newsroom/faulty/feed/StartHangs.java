package org.understudy.newsroom.faulty.feed;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fault: the start never ends, interrupted or not. */
public final class StartHangs implements BundleActivator {
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void start(BundleContext context) {
        boolean ended = false;
        while (!ended) {
            try {
                never.await();
                ended = true;
            } catch (InterruptedException e) {
                // That it does not listen is the fault.
                ended = false;
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        never.countDown();
    }
}
