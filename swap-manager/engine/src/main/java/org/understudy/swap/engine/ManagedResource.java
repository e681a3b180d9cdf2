package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Configurations;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.dispatch.ScopedTarget;
import org.understudy.swap.SlotSide;
import org.understudy.swap.Timing;
import org.understudy.swap.WayBack;
import org.understudy.swap.monitor.Source;

/**
 * One resource: where its calls go, its handles, what is started in its slots, and its state. Whoever holds its {@link Turn}
 * may change it; everybody may read it.
 */
final class ManagedResource {
    /**
     * A started slot.
     *
     * @param offer what it offers
     * @param artifact what it was started from
     * @param watched its class loader
     * @param outstanding its work that outlives the calls which began it
     */
    record Started(Offer offer, Artifact artifact, GenerationWatch.Entry watched, Outstanding outstanding) {
        /** The same started slot, once it offers something else. */
        Started offering(Offer now) {
            return new Started(now, artifact, watched, outstanding);
        }
    }

    private final String name;
    private final Host host;
    private final Routing routing;
    private final Front front;
    private final Turn turn = new Turn();
    private final Map<SlotSide, Started> started = new ConcurrentHashMap<>();
    private final Handles handles;
    private final Set<String> exposed = ConcurrentHashMap.newKeySet();
    private final Set<SlotSide> changedOffStage = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean following = new AtomicBoolean();
    private final SwapCosts costs = new SwapCosts();
    private final Appointment lingerEnd = new Appointment();
    private final Appointment windowEnd = new Appointment();
    private volatile double lastHeldMillis;
    private volatile ResourceState state;
    private final List<Drainage> drainages = new CopyOnWriteArrayList<>();

    ManagedResource(String name, ResourceState state, Host host, Escapes escapes, Configurations configurations) {
        this.name = name;
        this.host = host;
        this.state = state;
        Pointer pointer =
                new Pointer(name, new Closed("no version of " + name + " is on stage yet"), escapes.watch(name));
        this.front = host.front(name, pointer, escapes.report(name));
        this.routing = new Routing(pointer, configurations, front.classNamePrefix());
        this.handles = new Handles(front);
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

    Handles handles() {
        return handles;
    }

    /** Where its calls go. */
    Routing routing() {
        return routing;
    }

    /** Whether a version should be on stage, but none answers. */
    boolean down() {
        return state.active().isPresent() && routing.now() instanceof Closed;
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

    /** What answers now, to be watched. */
    Optional<Source> onStage() {
        return routing.now() instanceof Generation generation
                ? Optional.of(new Source(name, generation.name().substring(name.length() + 1), generation.meter()))
                : Optional.empty();
    }

    /** What the pointer would point at for this version; its name is the version's label. */
    Generation generation(Started what, Casting casting, Duration deadline) throws Refusal {
        Object[] targets = handles.targets(casting, what.outstanding(), deadline);
        Generation generation = new Generation(what.artifact().label(), what.outstanding(), targets);
        try {
            for (ScopedTarget owner : front.owners()) {
                if (targets[owner.index()] != null) {
                    generation.prepare(owner);
                }
            }
            return generation;
        } catch (ResourceUnavailableException e) {
            generation.releaseAll();
            throw new Refusal(e.getMessage(), e);
        }
    }

    /** Nobody is inside the generation any more: what was made for single consumers is given back. */
    void leaves(Generation left) {
        left.releaseAll();
        front.owners().forEach(owner -> owner.forget(left));
        front.forgive();
        drainage().filter(last -> last.generation() == left).ifPresent(Drainage::forget);
    }

    /** Whether exchanging the active version for this one takes a stop before the start. */
    boolean restarts(Artifact artifact) {
        return !artifact.spec().exclusive().isEmpty()
                || !state.spec().exclusive().isEmpty()
                || exposed.contains(artifact.digest())
                || activeStarted()
                        .filter(now -> !now.offer().unrouted().isEmpty())
                        .isPresent();
    }

    /**
     * Whether the version was found to offer something that no handle can stand before, so that it has to be started
     * once more, seen by all.
     */
    boolean exposes(Started what) {
        return !what.offer().unrouted().isEmpty() && exposed.add(what.artifact().digest());
    }

    /** Whether what this version offers beyond its handles is seen by all. */
    boolean isExposed(Artifact artifact) {
        return exposed.contains(artifact.digest());
    }

    /** What is started and on stage. */
    Optional<Started> activeStarted() {
        return state.active().flatMap(this::started);
    }

    /** How long calls were held by the last swap, milliseconds. */
    double lastHeldMillis() {
        return lastHeldMillis;
    }

    /** A swap of it has ended with these figures. */
    void cost(Timing timing) {
        lastHeldMillis = timing.gapMillis();
        costs.add(timing);
    }

    SwapCosts costs() {
        return costs;
    }

    /** The leaving that is under way, or the last one. */
    Optional<Drainage> drainage() {
        return drainages.stream()
                .filter(drainage -> !drainage.over())
                .findFirst()
                .or(() -> drainages.stream().reduce((first, second) -> second));
    }

    void drains(Drainage next) {
        drainages.removeIf(Drainage::over);
        drainages.add(next);
    }

    boolean draining() {
        return drainages.stream().anyMatch(drainage -> !drainage.over());
    }

    /** The slot in which this version is to be brought on stage. */
    SlotSide slotFor(Artifact artifact) {
        ResourceState now = state;
        SlotSide free = now.free();
        return !now.holds(free, artifact) && down() && now.holds(free.other(), artifact) ? free.other() : free;
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

    /** When the version before is stopped. */
    Appointment lingerEnd() {
        return lingerEnd;
    }

    /** When the rollback window is over. */
    Appointment windowEnd() {
        return windowEnd;
    }

    /** Whether nobody has yet been asked to look at its services: then somebody is asked now. */
    boolean followLater() {
        return following.compareAndSet(false, true);
    }

    /** What is started in a slot that is not on stage has changed what it offers since it was looked at. */
    void changedOffStage(SlotSide side) {
        changedOffStage.add(side);
    }

    /** Whether that happened to what is on stage now; asked once. */
    boolean changedBeforeItCame() {
        return state.active().filter(changedOffStage::remove).isPresent();
    }

    /** From now on a change of its services asks for another look. */
    void followsNow() {
        following.set(false);
    }
}
