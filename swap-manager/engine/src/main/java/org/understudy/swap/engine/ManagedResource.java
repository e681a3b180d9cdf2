package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Gate;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.Route;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.WayBack;

/**
 * One resource: its pointer, its handles, what is started in its slots, and its state. Whoever holds its {@link Turn}
 * may change it; everybody may read it.
 */
final class ManagedResource {
    /**
     * A started slot.
     *
     * @param offer what it offers
     * @param artifact what it was started from
     * @param watched its class loader
     */
    record Started(Offer offer, Artifact artifact, GenerationWatch.Entry watched) {}

    private final String name;
    private final Host host;
    private final LongSupplier clock;
    private final Pointer pointer;
    private final Front front;
    private final Turn turn = new Turn();
    private final Map<SlotSide, Started> started = new ConcurrentHashMap<>();
    private final List<Handle> handles = new ArrayList<>();
    private int nextHandle;
    private volatile ResourceState state;
    private volatile Drainage drainage;

    ManagedResource(String name, ResourceState state, Host host, LongSupplier clock) {
        this.name = name;
        this.host = host;
        this.clock = clock;
        this.state = state;
        this.pointer = new Pointer(new Closed("no version of " + name + " is on stage yet"));
        this.front = host.front(name, pointer);
    }

    String name() {
        return name;
    }

    Turn turn() {
        return turn;
    }

    ResourceState state() {
        return state;
    }

    void become(UnaryOperator<ResourceState> change) {
        state = change.apply(state);
    }

    Front front() {
        return front;
    }

    Route route() {
        return pointer.route();
    }

    /** Whether a version should be on stage, but none answers. */
    boolean down() {
        return state.active().isPresent() && pointer.route() instanceof Closed;
    }

    /** Points the resource elsewhere and lets go whoever was held. */
    Route route(Route next) {
        synchronized (pointer) {
            Route before = pointer.publish(next);
            if (before instanceof Gate gate) {
                gate.open();
            }
            return before;
        }
    }

    /** Holds calls from now on, if any version is answering; returns the generation that they would have entered. */
    Optional<Generation> hold(String reason, long deadlineNanos) {
        synchronized (pointer) {
            if (pointer.route() instanceof Generation generation) {
                pointer.publish(new Gate(reason, deadlineNanos));
                return Optional.of(generation);
            }
            return Optional.empty();
        }
    }

    Optional<Started> started(SlotSide side) {
        return Optional.ofNullable(started.get(side));
    }

    void starts(SlotSide side, Started what) {
        started.put(side, what);
    }

    void stops(SlotSide side) {
        started.remove(side);
    }

    /** Which service of an offer plays which handle. */
    Casting cast(Offer offer) throws Refusal {
        return new ServiceMatcher(handles, nextHandle).match(offer);
    }

    void adds(List<Handle> more) {
        handles.addAll(more);
        nextHandle += more.size();
    }

    void drops(List<Handle> some) {
        handles.removeAll(some);
    }

    Optional<Drainage> drainage() {
        return Optional.ofNullable(drainage);
    }

    void drains(Drainage next) {
        drainage = next;
    }

    SlotId slot(SlotSide side) {
        return new SlotId(name, side);
    }

    /** What a rollback would bring back, and what that takes. */
    Optional<WayBack> wayBack() {
        ResourceState now = state;
        return now.wayBack().map(back -> {
            Optional<SlotSide> side = now.holding(back);
            WayBack.By by = side.isEmpty()
                    ? WayBack.By.STAGE
                    : started.containsKey(side.get()) ? WayBack.By.FLIP : WayBack.By.START;
            return new WayBack(back.version().toString(), by);
        });
    }

    boolean draining() {
        Drainage last = drainage;
        return last != null && !last.over();
    }

    ResourceStatus status() {
        ResourceState now = state;
        return new ResourceStatus(
                name,
                now.spec().criticality(),
                now.spec().swapCostMillis(),
                contract(now),
                now.activeVersion(),
                wayBack(),
                phase(),
                now.rank(),
                now.note());
    }

    private List<String> contract(ResourceState now) {
        return now.spec().contract().isEmpty()
                ? now.active()
                        .flatMap(this::started)
                        .map(what -> what.offer().services().stream()
                                .flatMap(service -> service.shape().interfaces().stream())
                                .distinct()
                                .sorted()
                                .toList())
                        .orElse(List.of())
                : now.spec().contract();
    }

    private ResourceStatus.State phase() {
        Route now = pointer.route();
        if (now instanceof Gate) {
            return ResourceStatus.State.HELD;
        }
        if (draining()) {
            return ResourceStatus.State.DRAINING;
        }
        if (!turn.doing().isEmpty()) {
            return ResourceStatus.State.SWAPPING;
        }
        return now instanceof Generation ? ResourceStatus.State.ACTIVE : ResourceStatus.State.DOWN;
    }

    SlotStatus slotStatus(SlotSide side) {
        ResourceState now = state;
        ResourceState.Slot slot = now.slot(side);
        return new SlotStatus(
                name,
                side,
                slot.state() == SlotState.EMPTY ? -1 : host.bundleId(slot(side)),
                slot.artifact().map(artifact -> artifact.version().toString()),
                slot.state(),
                now.active().filter(side::equals).isPresent());
    }

    long now() {
        return clock.getAsLong();
    }
}
