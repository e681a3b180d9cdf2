package org.understudy.swap.engine;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for a resource later and by the way; whatever it comes to, nobody waits for it, so it is logged. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private Housekeeping() {}

    /** Something to be done. */
    interface Chore {
        void run() throws Refusal;
    }

    /** Has it done after this time. */
    static void schedule(Backstage backstage, ManagedResource resource, long millis, Chore chore) {
        later(backstage, resource, millis, chore);
    }

    /** Has it done after this time, and not what was to be done at this appointment before. */
    static void schedule(
            Backstage backstage, ManagedResource resource, Appointment appointment, long millis, Chore chore) {
        later(backstage, resource, millis, chore).ifPresent(appointment::move);
    }

    private static Optional<Future<?>> later(Backstage backstage, ManagedResource resource, long millis, Chore chore) {
        try {
            return Optional.of(backstage
                    .housekeeper()
                    .schedule(
                            () -> {
                                try {
                                    chore.run();
                                } catch (Refusal e) {
                                    LOG.warn("{}: {}", resource.name(), e.getMessage());
                                } catch (RuntimeException e) {
                                    LOG.error("{}: housekeeping failed", resource.name(), e);
                                }
                            },
                            millis,
                            TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the swap-manager is going down, nothing is scheduled any more", resource.name());
            return Optional.empty();
        }
    }

    /** Does it once whatever changes the resource now has ended. */
    static void inTurn(Backstage backstage, ManagedResource resource, Chore chore) throws Refusal {
        resource.turn().tidy(resource.name(), backstage.settings().stopDeadline(), () -> {
            chore.run();
            return null;
        });
    }
}
