package org.understudy.newsroom.faulty.theme;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fault: works as it should, but its stop never ends, interrupted or not. */
public final class NeverStops implements BundleActivator {
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public void start(BundleContext context) {
        // Nothing to do: the fault comes at the end.
    }

    @Override
    public void stop(BundleContext context) {
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
}
