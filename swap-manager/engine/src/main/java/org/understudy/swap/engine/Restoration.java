package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Gate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapEvent;

/**
 * Makes true again what the state says of a resource: the active version on stage, from the framework as it is found.
 * Used at boot, and whenever something was done to a slot or front behind the swap-manager's back. Calls are held
 * meanwhile, up to a deadline.
 */
final class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final Backstage backstage;
    private final Rehearsal rehearsal;
    private final Revival revival;
    private final Following following;
    private final Retreats retreats;

    Restoration(Backstage backstage, Rehearsal rehearsal, Revival revival, Following following, Retreats retreats) {
        this.backstage = backstage;
        this.rehearsal = rehearsal;
        this.revival = revival;
        this.following = following;
        this.retreats = retreats;
    }

    /** Brings the resource back, whatever is left of it; to be called with its turn. Does nothing where all is well. */
    void restore(ManagedResource resource, String what, Duration patience) {
        long beganNanos = backstage.clock().getAsLong();
        mend(resource, patience).ifPresent(done -> repaired(resource, what + ": " + done, beganNanos));
    }

    /** The same at a start, where it is as usual that nothing of it is started yet. */
    void start(ManagedResource resource, Duration patience) {
        long beganNanos = backstage.clock().getAsLong();
        mend(resource, patience).ifPresent(done -> {
            if (resource.down() || !resource.state().note().isEmpty()) {
                repaired(resource, "start of the runtime: " + done, beganNanos);
            } else {
                LOG.debug("{}", done);
            }
        });
    }

    private void repaired(ManagedResource resource, String done, long beganNanos) {
        backstage
                .events()
                .accept(new SwapEvent.Repaired(
                        resource.name(), done, (backstage.clock().getAsLong() - beganNanos) / 1e6));
    }

    /** What was done, or why it could not be; empty where there was nothing to do, or nothing new to tell. */
    private Optional<String> mend(ManagedResource resource, Duration patience) {
        Optional<SlotSide> side = resource.state().active();
        if (side.isEmpty()) {
            return Optional.empty();
        }
        boolean frontGone = !resource.front().stands();
        boolean slotGone = resource.down() || !answers(resource, side.get());
        if (!frontGone && !slotGone) {
            reopen(resource);
            return Optional.empty();
        }
        String done = frontGone ? "its front was set up again" : "";
        try {
            if (frontGone) {
                resource.front().restore();
            }
            return Optional.of(slotGone ? join(done, bringBack(resource, side.get(), patience)) : done);
        } catch (Refusal e) {
            String reason = resource.name() + " is down: " + e.getMessage();
            if (reason.equals(resource.state().note())) {
                return Optional.empty(); // it was told before
            }
            LOG.warn("{}", reason);
            resource.become(state -> state.noting(reason));
            resource.routing().lead(new Closed(reason));
            following.forsake(resource);
            return Optional.of(reason);
        }
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : first + ", " + second;
    }

    private boolean answers(ManagedResource resource, SlotSide side) {
        return resource.started(side)
                .filter(what -> backstage.host().offers(resource.slot(side), what.offer())
                        && revival.holdsItsContent(resource, side))
                .isPresent();
    }

    /** A gate that was closed for nothing: the generation behind it is whole. */
    private void reopen(ManagedResource resource) {
        if (resource.routing().now() instanceof Gate) {
            SlotSide side = resource.state().active().orElseThrow();
            try {
                revival.play(resource, side, resource.started(side).orElseThrow());
            } catch (Refusal e) {
                throw new IllegalStateException("the active version no longer matches its own handles", e);
            }
        }
    }

    private String bringBack(ManagedResource resource, SlotSide side, Duration patience) throws Refusal {
        Artifact artifact = resource.state().slot(side).artifact().orElseThrow();
        try {
            if (following.concerns(resource, side)) {
                return following.regain(resource, side, artifact, patience);
            }
            revival.revive(resource, side, artifact, patience);
            resource.become(state -> state.noting(""));
            return artifact.label() + " was brought back";
        } catch (Refusal e) {
            Optional<Artifact> back = resource.state().wayBack();
            if (back.isEmpty()) {
                throw e;
            }
            String why = artifact.label() + " could not be brought back (" + e.getMessage() + ")";
            Standing before = resource.state().standing();
            fallBack(resource, back.get(), why);
            before.provisional().ifPresent(still -> retreats.leftBehind(before.group(), still.swap(), why));
            resource.become(state -> state.noting(why + ", " + back.get().label() + " took its place"));
            return why + ", " + back.get().label() + " took its place";
        }
    }

    private void fallBack(ManagedResource resource, Artifact back, String why) throws Refusal {
        Attempt attempt = Attempt.toRollBack(backstage, "understudy", why);
        attempt.means(resource, back);
        attempt.begin(List.of(resource));
        try {
            Handovers.forget(backstage, resource, resource.state().free()); // it is not what is on disk any more
            Rehearsal.Standby standby = rehearsal.prepare(resource, back, true, true, Ensemble.of(resource));
            attempt.end(new Flip(
                            backstage,
                            attempt.swap(),
                            attempt.beganNanos(),
                            List.of(new Entrance(resource, standby, true, false)))
                    .perform());
        } catch (Refusal e) {
            attempt.refused(List.of(resource), e);
            throw e;
        }
    }
}
