package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.understudy.dispatch.Route;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;

/**
 * The flip: one write for all versions that come on stage together, then their markers, their handles and what they
 * learn about it. What becomes of the versions before them is said by {@link Departure}.
 */
final class Flip {
    /** Where processors are short, callers get this one before the bookkeeping that follows the flip. */
    private static final long CALLERS_FIRST_NANOS = 50_000;

    private final Backstage backstage;
    private final long swap;
    private final long beganNanos;
    private final List<Entrance> entrances;
    private final List<Departure> departures = new ArrayList<>();
    private long decidedNanos;
    private long flippedNanos;

    /**
     * Creates one.
     *
     * @param swap the number of the swap
     * @param beganNanos when it began
     * @param entrances the versions that come
     */
    Flip(Backstage backstage, long swap, long beganNanos, List<Entrance> entrances) {
        this.backstage = backstage;
        this.swap = swap;
        this.beganNanos = beganNanos;
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
            backstage.ledger().change(new Fact.Flipped(swap), next, () -> write(next));
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
        Standing.Group group = entrances.size() == 1
                ? Standing.Group.ALONE
                : new Standing.Group(
                        firstRank,
                        entrances.stream()
                                .map(entrance -> entrance.resource().name())
                                .toList());
        Optional<Provisional> provisional = provisional();
        List<ResourceState> next = new ArrayList<>();
        for (Entrance entrance : entrances) {
            next.add(entrance.next(new Standing(firstRank + next.size(), group, provisional)));
        }
        return next;
    }

    /** Those that come together stand together; where there is nothing to go back to, there is nothing to prove. */
    private Optional<Provisional> provisional() {
        boolean wayBack = entrances.stream()
                .allMatch(entrance -> !entrance.back() && entrance.oldSide().isPresent());
        return entrances.stream()
                .map(entrance -> entrance.standby().artifact().spec().criticality())
                .map(criticality -> backstage.settings().commit().bake().get(criticality))
                .max(Comparator.naturalOrder())
                .filter(bake -> wayBack && !bake.isZero())
                .map(bake -> Provisional.begins(swap, backstage.time().instant(), bake));
    }

    private void write(List<ResourceState> next) {
        for (Entrance entrance : entrances) {
            backstage.events().accept(new SwapEvent.Ready(entrance.resource().name(), entrance.from(), entrance.to()));
            entrance.resource().handles().loseAtOnce(entrance.standby().casting());
        }
        decidedNanos = backstage.clock().getAsLong();
        List<Route> before = Routing.flip(
                backstage.configurations(),
                entrances.stream()
                        .map(entrance -> entrance.resource().routing())
                        .toList(),
                entrances.stream()
                        .map(entrance -> entrance.standby().generation())
                        .toList());
        flippedNanos = backstage.clock().getAsLong();
        LockSupport.parkNanos(CALLERS_FIRST_NANOS);
        for (int i = 0; i < entrances.size(); i++) {
            Entrance entrance = entrances.get(i);
            ResourceState state = next.get(i);
            departures.add(new Departure(backstage, entrance, state.rank(), before.get(i), flippedNanos));
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
        Timing timing = new Timing(
                (flippedNanos - decidedNanos) / 1e3,
                outcome.drainMillis(),
                held,
                pause.map(Pause::heldCalls).orElse(0L),
                pause.map(Pause::stateBytes).orElse(0L),
                Math.max(0, (decidedNanos - beganNanos) / 1e6 - held));
        entrance.resource().cost(timing);
        String reason = Stream.of(together(entrance), entrance.remark(), outcome.remark(), provisional(entrance))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return entrance.result(outcome.drained(), reason, timing);
    }

    private static String provisional(Entrance entrance) {
        ResourceState now = entrance.resource().state();
        return now.provisional()
                .filter(still ->
                        now.active().equals(Optional.of(entrance.standby().side())))
                .map(still -> "provisional for " + Reasons.seconds(still.bake()) + ": `commit "
                        + entrance.resource().name() + "` ends that")
                .orElse("");
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
