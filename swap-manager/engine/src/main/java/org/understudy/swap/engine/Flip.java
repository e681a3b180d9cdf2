package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Route;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;

/**
 * The flip and what follows it: one write of the pointer, then the marker, then the drain of the old version and what
 * becomes of its slot.
 */
final class Flip {
    private static final Logger LOG = LoggerFactory.getLogger(Flip.class);
    private static final long DRAIN_LOOK_MILLIS = 50;

    /** Where processors are short, callers get this one before the bookkeeping that follows the flip. */
    private static final long CALLERS_FIRST_NANOS = 50_000;

    private final Backstage backstage;
    private final ManagedResource resource;
    private final Rehearsal.Standby standby;
    private final boolean back;

    private final Optional<SlotSide> oldSide;
    private final Optional<Artifact> old;
    private Route before;
    private long decidedNanos;
    private long flippedNanos;
    private String remark = "";

    Flip(Backstage backstage, ManagedResource resource, Rehearsal.Standby standby, boolean back) {
        this.backstage = backstage;
        this.resource = resource;
        this.standby = standby;
        this.back = back;
        // a resource that is down may be brought back from the slot that it was active in
        this.oldSide = resource.state().active().filter(side -> side != standby.side());
        this.old = oldSide.flatMap(side -> resource.state().slot(side).artifact());
    }

    /**
     * Flips and waits for the drain.
     *
     * @throws Refusal if it could not be flipped because the state cannot be made durable; nothing has changed then
     */
    SwapResult perform() throws Refusal {
        backstage.ledger().exclusively(() -> {
            int rank = backstage.ledger().next();
            ResourceState next = next(rank);
            try {
                backstage.ledger().change(next, () -> flip(next, rank));
            } catch (Refusal e) {
                if (before == null) {
                    throw e;
                }
                remark = "it is on stage, but " + e.getMessage(); // the pointer moved: the truth is what answers
                LOG.error("{}: {}", resource.name(), remark);
            }
        });
        resource.front().publish(standby.casting().added());
        resource.adds(standby.casting().added());
        backstage
                .events()
                .accept(new SwapEvent.Flipped(
                        resource.name(),
                        version(old),
                        standby.artifact().version().toString(),
                        resource.state().rank(),
                        decidedNanos,
                        flippedNanos,
                        back));
        return drain();
    }

    private ResourceState next(int rank) {
        ResourceState next = resource.state().knowing(standby.artifact());
        if (oldSide.isPresent()) {
            next = next.with(oldSide.get(), SlotState.DRAINING);
        }
        return back ? next.backOnStage(standby.side(), rank) : next.onStage(standby.side(), rank);
    }

    private void flip(ResourceState next, int rank) {
        backstage
                .events()
                .accept(new SwapEvent.Ready(
                        resource.name(),
                        version(old),
                        standby.artifact().version().toString()));
        resource.front().withdraw(standby.casting().lost());
        resource.drops(standby.casting().lost());
        decidedNanos = backstage.clock().getAsLong();
        before = resource.route(standby.generation());
        flippedNanos = backstage.clock().getAsLong();
        LockSupport.parkNanos(CALLERS_FIRST_NANOS);
        resource.become(state -> next);
        backstage
                .host()
                .raise(
                        resource.slot(standby.side()),
                        standby.artifact().version().toString(),
                        rank);
    }

    private SwapResult drain() {
        if (oldSide.isEmpty()) {
            return result(true, remark, 0);
        }
        SlotSide side = oldSide.get();
        if (!(before instanceof Generation left)) {
            putAside(side, 0); // calls were held: nobody is inside the old version
            return result(true, remark, 0);
        }
        Drainage drainage = new Drainage(side, old.orElseThrow().version().toString(), left, backstage.clock());
        resource.drains(drainage);
        backstage.slots().enter(resource, side, SlotState.DRAINING, old.orElseThrow());
        boolean drained = drainage.await(
                flippedNanos + backstage.settings().drainDeadline().toNanos());
        long inside = drainage.inside();
        if (drained) {
            settle(drainage);
            return result(drainage.cut() == 0, cutRemark(drainage.cut()), drainage.millis());
        }
        if (old.orElseThrow().spec().criticality() == Criticality.CRITICAL) {
            lookAgain(drainage);
            return result(
                    false,
                    inside + " calls are still inside " + drainage.version() + ": they are waited for; see `drain "
                            + resource.name() + "`",
                    drainage.millis());
        }
        long cut = drainage.end();
        settle(drainage);
        return result(false, cutRemark(cut), drainage.millis());
    }

    private String cutRemark(long cut) {
        return cut == 0
                ? remark
                : cut + " calls were still inside " + version(old).orElse("")
                        + " when the waiting ended: they were cut";
    }

    private void lookAgain(Drainage drainage) {
        schedule(backstage, resource, DRAIN_LOOK_MILLIS, () -> {
            if (drainage.over()) {
                inTurn(backstage, resource, "drain", () -> settle(drainage));
            } else {
                lookAgain(drainage);
            }
        });
    }

    /** Nobody is inside the old version any more, or the waiting was ended. */
    private void settle(Drainage drainage) {
        SlotSide side = drainage.side();
        Generation left = drainage.generation();
        left.releaseAll();
        resource.front().owners().forEach(owner -> owner.forget(left));
        backstage
                .events()
                .accept(new SwapEvent.Drained(
                        resource.name(),
                        drainage.version(),
                        drainage.cut(),
                        backstage.clock().getAsLong()));
        putAside(side, drainage.cut() > 0 ? 0 : backstage.settings().linger().toMillis());
    }

    /** The old version becomes the way back, or is given up where it was what was taken back. */
    private void putAside(SlotSide side, long lingerMillis) {
        if (back) {
            backstage.slots().clear(resource, side);
        } else {
            backstage.slots().enter(resource, side, SlotState.RETAINED, old.orElseThrow());
            resource.started(side).ifPresent(what -> linger(backstage, resource, side, what, lingerMillis));
        }
    }

    /**
     * Stops the way back when it has lingered long enough: from then on it takes a start. Static, and weak: by the time
     * it runs, the version may long have been replaced, and must not be kept from being collected by this.
     */
    private static void linger(
            Backstage backstage, ManagedResource resource, SlotSide side, ManagedResource.Started what, long millis) {
        WeakReference<ManagedResource.Started> lingering = new WeakReference<>(what);
        schedule(
                backstage,
                resource,
                millis,
                () -> inTurn(backstage, resource, "stop of its way back", () -> {
                    boolean lingers = resource.state().slot(side).state() == SlotState.RETAINED
                            && resource.started(side)
                                    .filter(started -> started == lingering.get())
                                    .isPresent();
                    if (lingers) {
                        backstage.slots().stop(resource, side);
                    }
                }));
    }

    private static void inTurn(Backstage backstage, ManagedResource resource, String operation, Chore chore)
            throws Refusal {
        resource.turn().await(resource.name(), operation, backstage.settings().stopDeadline(), () -> {
            chore.run();
            return null;
        });
    }

    private interface Chore {
        void run() throws Refusal;
    }

    private static void schedule(Backstage backstage, ManagedResource resource, long millis, Chore chore) {
        try {
            backstage
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
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the swap-manager is going down, nothing is scheduled any more", resource.name());
        }
    }

    private SwapResult result(boolean drained, String reason, double drainMillis) {
        Timing timing = new Timing((flippedNanos - decidedNanos) / 1e3, drainMillis, 0, 0);
        Optional<String> to = version(Optional.of(standby.artifact()));
        return back
                ? new SwapResult.RolledBack(resource.name(), version(old), to, drained, reason, timing)
                : new SwapResult.Swapped(resource.name(), version(old), to, drained, reason, timing);
    }

    private static Optional<String> version(Optional<Artifact> artifact) {
        return artifact.map(what -> what.version().toString());
    }
}
