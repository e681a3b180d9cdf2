package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/**
 * What becomes of the version before, once the one that took its place is committed: it stays started for a while, a
 * critical one through the whole rollback window; then a rollback takes a start, and in the end there is none.
 */
final class WaysBack {
    private static final Logger LOG = LoggerFactory.getLogger(WaysBack.class);

    private WaysBack() {}

    /** Begins the time after the commit. To be called with the resource's turn. */
    static void linger(Backstage backstage, ManagedResource resource) {
        long window = window(backstage);
        boolean critical = resource.state().spec().criticality() == Criticality.CRITICAL;
        long started = critical ? window : backstage.settings().linger().toMillis();
        SlotSide side = resource.state().free();
        resource.started(side).ifPresent(what -> stopLater(backstage, resource, side, what, started));
        closeLater(backstage, resource);
    }

    private static long window(Backstage backstage) {
        return backstage.settings().commit().rollbackWindow().toMillis();
    }

    /**
     * Weak: by the time it runs, the version may long have been replaced, and must not be kept from being collected by
     * this.
     */
    private static void stopLater(
            Backstage backstage, ManagedResource resource, SlotSide side, ManagedResource.Started what, long millis) {
        WeakReference<ManagedResource.Started> lingering = new WeakReference<>(what);
        Housekeeping.schedule(
                backstage,
                resource,
                resource.lingerEnd(),
                millis,
                () -> Housekeeping.inTurn(backstage, resource, () -> {
                    Optional<ManagedResource.Started> still =
                            resource.started(side).filter(started -> started == lingering.get());
                    if (still.isPresent() && resource.state().slot(side).state() == SlotState.RETAINED) {
                        backstage.slots().stop(resource, side);
                    }
                }));
    }

    /**
     * Begins the rollback window of what is on stage, if it is committed: when it is over and nothing has changed, there is
     * no way back. The time is that of this process; a start begins it anew.
     */
    static void closeLater(Backstage backstage, ManagedResource resource) {
        if (resource.state().provisional().isPresent()) {
            return;
        }
        int rank = resource.state().rank();
        Housekeeping.schedule(
                backstage,
                resource,
                resource.windowEnd(),
                window(backstage),
                () -> Housekeeping.inTurn(backstage, resource, () -> {
                    ResourceState now = resource.state();
                    if (now.rank() == rank && now.wayBack().isPresent()) {
                        backstage.ledger().change(new Fact.WindowClosed(resource.name()), List.of(now.withoutPast()));
                        resource.become(ResourceState::withoutPast);
                    }
                }));
    }

    /** Stops the version before now; it remains the way back. To be called with the resource's turn. */
    static void stop(Backstage backstage, ManagedResource resource, SlotSide side) {
        try {
            backstage.slots().stop(resource, side);
        } catch (Refusal e) {
            LOG.warn("{} was not stopped: {}", resource.slot(side), e.getMessage());
        }
    }
}
