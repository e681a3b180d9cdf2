package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Route;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;

/**
 * The flip: one write for all versions that come on stage together, then their markers, their handles and what they
 * learn about it. What becomes of the versions before them is said by {@link Departure}.
 */
final class Flip {
    private static final Logger LOG = LoggerFactory.getLogger(Flip.class);
    /** Where processors are short, callers get this one before the bookkeeping that follows the flip. */
    private static final long CALLERS_FIRST_NANOS = 50_000;

    private final Backstage backstage;
    private final List<Entrance> entrances;
    private final List<Departure> departures = new ArrayList<>();
    private long decidedNanos;
    private long flippedNanos;
    private boolean written;
    private String remark = "";

    Flip(Backstage backstage, List<Entrance> entrances) {
        this.backstage = backstage;
        this.entrances = List.copyOf(entrances);
    }

    /**
     * Flips and waits for the drains.
     *
     * @return one result for each entrance, in their order
     * @throws Refusal if it could not be flipped because the state cannot be made durable; nothing has changed then
     */
    List<SwapResult> perform() throws Refusal {
        backstage.ledger().exclusively(() -> {
            List<ResourceState> next = next(backstage.ledger().next());
            try {
                backstage.ledger().change(next, () -> write(next));
            } catch (Refusal e) {
                if (!written) {
                    throw e;
                }
                remark = "it is on stage, but " + e.getMessage(); // the pointer moved: the truth is what answers
                LOG.error("{}", remark);
            }
        });
        entrances.forEach(this::show);
        for (int i = 0; i < entrances.size(); i++) {
            departures.get(i).begin();
            changeStage(entrances.get(i));
        }
        List<SwapResult> results = new ArrayList<>();
        for (int i = 0; i < entrances.size(); i++) {
            results.add(result(entrances.get(i), departures.get(i).await()));
        }
        return results;
    }

    private List<ResourceState> next(int firstRank) {
        ResourceState.Group group = entrances.size() == 1
                ? ResourceState.Group.ALONE
                : new ResourceState.Group(
                        firstRank,
                        entrances.stream()
                                .map(entrance -> entrance.resource().name())
                                .toList());
        List<ResourceState> next = new ArrayList<>();
        for (Entrance entrance : entrances) {
            next.add(entrance.next(firstRank + next.size(), group));
        }
        return next;
    }

    private void write(List<ResourceState> next) {
        for (Entrance entrance : entrances) {
            backstage.events().accept(new SwapEvent.Ready(entrance.resource().name(), entrance.from(), entrance.to()));
            entrance.resource().handles().loseAtOnce(entrance.standby().casting());
        }
        decidedNanos = backstage.clock().getAsLong();
        List<Route> before = ManagedResource.route(
                entrances.stream().map(Entrance::resource).toList(),
                entrances.stream()
                        .map(entrance -> entrance.standby().generation())
                        .toList());
        flippedNanos = backstage.clock().getAsLong();
        written = true;
        LockSupport.parkNanos(CALLERS_FIRST_NANOS);
        for (int i = 0; i < entrances.size(); i++) {
            Entrance entrance = entrances.get(i);
            ResourceState state = next.get(i);
            departures.add(new Departure(backstage, entrance, before.get(i), flippedNanos));
            entrance.resource().become(old -> state);
            backstage.host().raise(entrance.resource().slot(entrance.standby().side()), entrance.to(), state.rank());
        }
    }

    private void show(Entrance entrance) {
        entrance.resource().handles().show(entrance.standby().casting());
        backstage
                .events()
                .accept(new SwapEvent.Flipped(
                        entrance.resource().name(),
                        entrance.from(),
                        entrance.to(),
                        entrance.resource().state().rank(),
                        decidedNanos,
                        flippedNanos,
                        entrance.back()));
    }

    /** The old version first, so that never two work in the background. */
    private void changeStage(Entrance entrance) {
        entrance.oldSide().ifPresent(side -> backstage.slots().leaveStage(entrance.resource(), side));
        backstage.slots().enterStage(entrance.resource(), entrance.standby().side());
    }

    private SwapResult result(Entrance entrance, Departure.Outcome outcome) {
        Optional<Pause> pause = entrance.pause();
        double held = pause.map(what -> what.heldMillis(flippedNanos)).orElse(0.0);
        entrance.resource().held(held);
        Timing timing = new Timing(
                (flippedNanos - decidedNanos) / 1e3,
                outcome.drainMillis(),
                held,
                pause.map(Pause::heldCalls).orElse(0L),
                pause.map(Pause::stateBytes).orElse(0L));
        String reason = Stream.of(together(entrance), outcome.remark().isEmpty() ? remark : outcome.remark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return entrance.result(outcome.drained(), reason, timing);
    }

    /** Who asked for one to go back learns who went with it. */
    private String together(Entrance entrance) {
        if (!entrance.back() || entrances.size() == 1) {
            return "";
        }
        return "together with "
                + entrances.stream()
                        .filter(other -> other != entrance)
                        .map(other -> other.resource().name() + " "
                                + other.standby().artifact().version())
                        .collect(Collectors.joining(", "));
    }
}
