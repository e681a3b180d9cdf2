package org.understudy.swap.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every resource is what its state says: at boot, after a disturbance, and again and again while one is
 * down. Does not do it itself: that is {@link Restoration}'s.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration SETTLING = Duration.ofMillis(20);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Backstage backstage;
    private final Restoration restoration;
    private volatile boolean dismissed;

    Guard(Backstage backstage, Restoration restoration) {
        this.backstage = backstage;
        this.restoration = restoration;
    }

    /**
     * Brings all of them back at the same time, because one may need another; returns when each is back or has been
     * given up for now.
     */
    void bringBack(Collection<ManagedResource> resources) {
        List<Thread> threads = resources.stream()
                .map(resource -> new Thread(
                        () -> restore(
                                resource,
                                "start of the runtime",
                                backstage.settings().startDeadline(),
                                FIRST_RETRY),
                        "understudy: start of " + resource.name()))
                .toList();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds calls from now on, and waits a little for those inside the active version to leave. */
    void hold(ManagedResource resource, String why) {
        long now = backstage.clock().getAsLong();
        long deadline = now + backstage.settings().holdDeadline().toNanos();
        resource.hold(resource.name() + " did not come back in time (" + why + ")", deadline)
                .ifPresent(generation -> {
                    Drainage leaving = new Drainage(
                            resource.state().active().orElseThrow(), generation.name(), generation, backstage.clock());
                    if (!leaving.await(
                            now + backstage.settings().drainDeadline().toNanos() / 2)) {
                        LOG.warn("{} calls are still inside {} ({})", leaving.inside(), generation.name(), why);
                    }
                });
    }

    /** Has the resource made true again on another thread, once what disturbs it has had a moment to end. */
    void restoreSoon(ManagedResource resource, String what) {
        schedule(resource, what, SETTLING, FIRST_RETRY);
    }

    /** Nothing is restored any more. */
    void dismiss() {
        dismissed = true;
    }

    boolean dismissed() {
        return dismissed;
    }

    private void schedule(ManagedResource resource, String what, Duration delay, Duration nextRetry) {
        try {
            backstage
                    .housekeeper()
                    .schedule(
                            () -> restore(resource, what, patience(delay), nextRetry),
                            delay.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the swap-manager is going down, nothing is restored any more", resource.name());
        }
    }

    /** A retry looks whether what was missing is there now, and does not wait for it. */
    private Duration patience(Duration delay) {
        Duration usual = backstage.settings().startDeadline();
        return delay.compareTo(SETTLING) > 0 && usual.compareTo(FIRST_RETRY) > 0 ? FIRST_RETRY : usual;
    }

    private void restore(ManagedResource resource, String what, Duration patience, Duration retry) {
        Duration longest = backstage.settings().startDeadline().multipliedBy(3);
        try {
            resource.turn().await(resource.name(), "repair", longest, () -> {
                if (!dismissed) {
                    restoration.restore(resource, what, patience);
                }
                return null;
            });
        } catch (Refusal e) {
            LOG.error("{} was not restored after {}: {}", resource.name(), what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} was not restored after {}", resource.name(), what, e);
        }
        if (!dismissed && resource.down()) {
            Duration next = retry.multipliedBy(2);
            schedule(resource, "another try", retry, next.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : next);
        }
    }
}
