package org.understudy.shell.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Refreshes bundles and waits for it, which the framework does on a thread of its own. */
final class Refresh {
    private static final long DEADLINE_SECONDS = 60;

    private final Bundles bundles;

    Refresh(Bundles bundles) {
        this.bundles = bundles;
    }

    void run(Arguments arguments) throws InterruptedException {
        List<Bundle> wanted = bundles.get(arguments.words());
        CountDownLatch refreshed = new CountDownLatch(1);
        bundles.context()
                .getBundle()
                .adapt(FrameworkWiring.class)
                .refreshBundles(wanted.isEmpty() ? null : wanted, event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        refreshed.countDown();
                    }
                });
        if (!refreshed.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new CommandFailedException("refresh: not done after " + DEADLINE_SECONDS
                    + " s; a bundle hangs in its stop or start: `lb` shows which, it goes on in the background");
        }
    }
}
