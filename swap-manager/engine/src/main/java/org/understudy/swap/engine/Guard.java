package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every resource is what its state says: at boot, after a disturbance, and again and again, with
 * growing pauses, until it is. Does not do it itself: that is {@link Restoration}'s.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration SETTLING = Duration.ofMillis(20);
    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    /** How long components may take to be satisfied while others, which they may need, are still to come. */
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofMillis(50);
    /** How long components may take to be satisfied: at boot others wait, and a retry only looks. */
    private static final Duration PATIENCE_AT_BOOT = Duration.ofMillis(500);

    private static final Duration PATIENCE_OF_RETRY = Duration.ofMillis(200);

    private final Backstage backstage;
    private final Restoration restoration;
    private final Following following;
    private volatile boolean dismissed;

    Guard(Backstage backstage, Restoration restoration, Following following) {
        this.backstage = backstage;
        this.restoration = restoration;
        this.following = following;
    }

    /**
     * Brings all of them back before it returns; one that needs another comes back after it, whatever their names. Those
     * that are still down when no other comes back any more are tried again in the background.
     */
    void bringBack(Collection<ManagedResource> resources) {
        List<ManagedResource> open = new ArrayList<>(resources);
        open.sort(Comparator.comparingInt(resource -> resource.state().rank())); // as they came on stage
        int before;
        do {
            before = open.size();
            open = stillDown(open, PATIENCE_WITH_OTHERS);
        } while (!open.isEmpty() && open.size() < before);
        stillDown(open, PATIENCE_AT_BOOT).forEach(resource -> {
            LOG.error("{}", resource.state().note());
            retry(resource, FIRST_RETRY);
        });
    }

    private List<ManagedResource> stillDown(List<ManagedResource> open, Duration patience) {
        Crew.forEach(
                open,
                backstage.host().hands(),
                resource -> inTurn(resource, "the start of the runtime", () -> restoration.start(resource, patience)));
        return open.stream().filter(ManagedResource::down).toList();
    }

    /** Holds calls from now on, and waits a little for those inside the active version to leave. */
    void hold(ManagedResource resource, String why) {
        long now = backstage.clock().getAsLong();
        long deadline = now + backstage.settings().holdDeadline().toNanos();
        resource.routing()
                .holdIfAnswering(resource.name() + " did not come back in time (" + why + ")", deadline)
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
        schedule(resource, what, SETTLING, backstage.settings().startDeadline(), FIRST_RETRY);
    }

    /**
     * Has the resource made true again before this returns.
     *
     * @throws Refusal if no version of it answers afterwards
     */
    void restoreNow(ManagedResource resource, String what) throws Refusal {
        restore(resource, what, backstage.settings().startDeadline());
        if (resource.down() || !resource.front().stands()) {
            throw new Refusal(
                    resource.state().note().isEmpty()
                            ? resource.name() + " is still down"
                            : resource.state().note());
        }
    }

    /** Nothing is restored any more. */
    void dismiss() {
        dismissed = true;
    }

    boolean dismissed() {
        return dismissed;
    }

    private void retry(ManagedResource resource, Duration delay) {
        Duration next = delay.multipliedBy(2);
        schedule(
                resource,
                "another try",
                delay,
                PATIENCE_OF_RETRY,
                next.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : next);
    }

    private void schedule(ManagedResource resource, String what, Duration delay, Duration patience, Duration next) {
        Housekeeping.schedule(backstage, resource, delay.toMillis(), () -> {
            restore(resource, what, patience);
            // whoever meddles may not have ended: a repair may be undone while it is at work
            if (!dismissed && (resource.down() || !resource.front().stands())) {
                retry(resource, next);
            }
        });
    }

    /** Has the handles follow what the active version offers now, once the component at work has had a moment. */
    void followSoon(ManagedResource resource) {
        if (resource.followLater()) {
            Housekeeping.schedule(
                    backstage,
                    resource,
                    SETTLING.toMillis(),
                    () -> Housekeeping.inTurn(backstage, resource, () -> {
                        resource.followsNow();
                        if (!dismissed) {
                            following.follow(resource);
                        }
                    }));
        }
    }

    private void restore(ManagedResource resource, String what, Duration patience) {
        inTurn(resource, what, () -> restoration.restore(resource, what, patience));
    }

    private void inTurn(ManagedResource resource, String what, Runnable repair) {
        Duration longest = backstage.settings().startDeadline().multipliedBy(3);
        try {
            resource.turn().await(resource.name(), "repair", longest, () -> {
                if (!dismissed) {
                    repair.run();
                }
                return null;
            });
        } catch (Refusal e) {
            LOG.error("{} was not restored after {}: {}", resource.name(), what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} was not restored after {}", resource.name(), what, e);
        }
    }
}
