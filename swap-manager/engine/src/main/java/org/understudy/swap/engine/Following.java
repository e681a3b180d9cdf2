package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Drain;
import org.understudy.dispatch.Generation;
import org.understudy.swap.SlotSide;

/**
 * Keeps the handles of a resource what its active version offers between swaps: a service that it registers gets a
 * handle, one that goes takes its handle with it, changed properties are mirrored. To be used with the resource's turn.
 */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    /** How long a service that went may take to return before its handle goes: a component that is reconfigured. */
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = 500_000;
    private static final Offer NOTHING = new Offer(List.of());

    private final Backstage backstage;
    private final Revival revival;

    Following(Backstage backstage, Revival revival) {
        this.backstage = backstage;
        this.revival = revival;
    }

    /** Whether the active version itself runs as it should, so that only its services can have changed. */
    boolean concerns(ManagedResource resource, SlotSide side) {
        return resource.started(side).isPresent()
                && backstage.host().running(resource.slot(side))
                && revival.holdsItsContent(resource, side);
    }

    /** Takes up what the active version offers more, or otherwise, than its handles show. */
    void follow(ManagedResource resource) throws Refusal {
        Optional<SlotSide> side = resource.state().active().filter(active -> concerns(resource, active));
        if (side.isEmpty() || !(resource.routing().now() instanceof Generation answering)) {
            return; // what is not on stage now is looked at when it comes there
        }
        ManagedResource.Started before = resource.started(side.get()).orElseThrow();
        Offer now = present(resource, side.get(), before.artifact());
        if (!now.unrouted().equals(before.offer().unrouted())) {
            String note = String.join("; ", now.unrouted())
                    + ": it came after the start, so nobody sees it; register it when the bundle starts";
            LOG.warn("{}: {}", before.artifact().label(), note);
            resource.become(state -> state.noting(note));
        }
        Casting casting = resource.handles().cast(now);
        boolean nothingNew =
                same(now, before.offer()) && now.keeper().equals(before.offer().keeper()) && casting.changesNothing();
        if (nothingNew
                && !now.instruments()
                        .sources()
                        .equals(before.offer().instruments().sources())) {
            backstage.slots().starts(resource, side.get(), before.offering(now));
        }
        if (nothingNew || !casting.lost().isEmpty()) {
            return; // what goes is told by its going, and calls are held by then
        }
        LOG.info("{} offers {}", before.artifact().label(), labels(now));
        if (revival.playOn(resource, side.get(), before.offering(now), answering)) {
            backstage.slots().starts(resource, side.get(), before.offering(now));
            awaitLeft(answering);
            resource.leaves(answering);
        }
    }

    /** The version goes on, and with it the work that outlives its calls: only the calls themselves have to leave. */
    private void awaitLeft(Generation generation) {
        Drain drain = new Drain(generation);
        long deadline = backstage.clock().getAsLong()
                + backstage.settings().drainDeadline().toNanos();
        while (!drain.left() && backstage.clock().getAsLong() - deadline < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * Waits for services that went to return; those that do not lose their handles.
     *
     * @throws Refusal if nothing is left that could answer
     */
    String regain(ManagedResource resource, SlotSide side, Artifact artifact, Duration patience) throws Refusal {
        Duration longest = patience.compareTo(LONGEST_ABSENCE) < 0 ? patience : LONGEST_ABSENCE;
        ManagedResource.Started before = resource.started(side).orElseThrow();
        String missing = "";
        Offer now;
        try {
            now = backstage
                    .host()
                    .collect(resource.slot(side), artifact, backstage.settings().startDeadline(), longest);
        } catch (HungException e) {
            throw e;
        } catch (Refusal e) {
            missing = e.getMessage();
            now = present(resource, side, artifact);
        }
        if (now.isEmpty() && !before.offer().isEmpty()) {
            throw new Refusal(
                    artifact.label() + " offers nothing any more" + (missing.isEmpty() ? "" : ": " + missing));
        }
        String lost = resource.handles().cast(now).lostInWords();
        play(resource, side, before.offering(now));
        String note = lost.isEmpty() ? "" : artifact.label() + " no longer offers " + lost + ": " + missing;
        resource.become(state -> state.noting(note));
        return note.isEmpty() ? "the services of " + artifact.label() + " returned" : note;
    }

    /** Takes the handles of an active version that runs, but has nothing to offer; calls are told why by then. */
    void forsake(ManagedResource resource) {
        Optional<SlotSide> side = resource.state().active().filter(active -> concerns(resource, active));
        if (side.isEmpty()) {
            return;
        }
        ManagedResource.Started before = resource.started(side.get()).orElseThrow();
        resource.handles().dropAll();
        try {
            backstage.slots().starts(resource, side.get(), before.offering(NOTHING));
        } catch (Refusal e) {
            LOG.warn("{}: {}", before.artifact().label(), e.getMessage());
        }
    }

    private Offer present(ManagedResource resource, SlotSide side, Artifact artifact) throws Refusal {
        return backstage
                .host()
                .present(resource.slot(side), artifact, backstage.settings().startDeadline());
    }

    private void play(ManagedResource resource, SlotSide side, ManagedResource.Started started) throws Refusal {
        revival.play(resource, side, started);
        backstage.slots().starts(resource, side, started);
    }

    private static boolean same(Offer now, Offer before) {
        List<Object> left = new ArrayList<>(
                before.services().stream().map(Offer.Service::source).toList());
        return now.services().stream().allMatch(service -> left.remove(service.source())) && left.isEmpty();
    }

    private static List<String> labels(Offer offer) {
        return offer.services().stream().map(service -> service.shape().label()).toList();
    }
}
