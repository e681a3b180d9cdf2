package org.understudy.swap.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Closed;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;

/**
 * The swap-manager over any {@link Host}. What each method guarantees is said by {@link SwapManager}; how one works is
 * said by {@link Rehearsal} (before the flip), {@link Flip} (from then on) and {@link Restoration} (after a
 * disturbance).
 */
public final class SwapEngine implements SwapManager {
    private static final Logger LOG = LoggerFactory.getLogger(SwapEngine.class);

    private final Map<String, ManagedResource> resources = new ConcurrentSkipListMap<>();
    private final GenerationWatch watch = new GenerationWatch();
    private final Backstage backstage;
    private final Guard guard;
    private final Swaps swaps;
    private final Planner planner;
    private final VersionsFolder versions;

    /**
     * Creates an engine that manages nothing yet; {@link #boot} brings back what an earlier run has left.
     *
     * @param host the framework
     * @param store the artifacts of the home
     * @param file the state of the home
     * @param versionsFolder where versions can be named
     * @param settings what an admin has set
     * @param clock nanoseconds, like {@link System#nanoTime}
     * @param housekeeper runs what nobody waits for; at least two threads
     * @param events who is told, on the thread that does the work; must not throw
     */
    public SwapEngine(
            Host host,
            ArtifactStore store,
            StateFile file,
            Path versionsFolder,
            SwapSettings settings,
            LongSupplier clock,
            ScheduledExecutorService housekeeper,
            Consumer<SwapEvent> events) {
        Slots slots = new Slots(host, settings, watch, Pacing.of(settings.pause()));
        this.backstage = new Backstage(host, slots, new Ledger(file), store, settings, clock, events, housekeeper);
        this.versions = new VersionsFolder(versionsFolder, store);
        Candidates candidates = new Candidates(store, versions);
        Rehearsal rehearsal = new Rehearsal(backstage);
        this.guard = new Guard(backstage, new Restoration(backstage, rehearsal));
        this.swaps = new Swaps(backstage, candidates, rehearsal);
        this.planner = new Planner(host, candidates);
    }

    /**
     * Brings every resource back on stage that an earlier run has left there, and those of {@code initial} that are
     * not known yet. When it returns, their handles stand. A resource that cannot be brought back is down, and says
     * why; the others are not affected.
     *
     * @param initial version by resource
     * @throws Refusal if the state cannot be read: nothing is started then
     */
    public void boot(Map<String, String> initial) throws Refusal {
        backstage.ledger().load().forEach((name, entry) -> {
            ResourceState state = new Recall(backstage.store()).state(name, entry);
            resources.put(name, new ManagedResource(name, state, backstage.host(), backstage.clock()));
        });
        sweep();
        guard.bringBack(resources.values());
        initial.forEach((name, version) -> {
            if (!resources.containsKey(name)) {
                SwapResult result = swap(name, Candidate.version(version));
                if (!result.flipped()) {
                    LOG.error("{} {} could not be brought on stage: {}", name, version, result.reason());
                }
            }
        });
    }

    /**
     * Takes everything off stage and stops all slots and fronts. Calls that come later are told so. Slots stay
     * installed; the next {@link #boot} finds the state as it is.
     */
    public void close() {
        guard.dismiss();
        for (ManagedResource resource : resources.values()) {
            resource.front().close();
            guard.hold(resource, "the swap-manager is stopping");
            resource.route(new Closed("the swap-manager is stopped, and " + resource.name() + " with it"));
            for (SlotSide side : SlotSide.values()) {
                try {
                    resource.turn()
                            .await(resource.name(), "stop", backstage.settings().stopDeadline(), () -> {
                                if (resource.started(side).isPresent()) {
                                    backstage.slots().stop(resource, side);
                                }
                                return null;
                            });
                } catch (Refusal e) {
                    LOG.warn("slot {} could not be stopped: {}", resource.slot(side), e.getMessage());
                }
            }
        }
    }

    /**
     * Something is about to be done, or was done, to a slot from outside. Where it is the active one, calls are held
     * from now on, and those inside are waited for a little; then everything is made true again on another thread.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void slotDisturbed(SlotId slot, String what) {
        ManagedResource resource = resources.get(slot.resource());
        if (resource != null
                && !guard.dismissed()
                && resource.state().active().filter(slot.side()::equals).isPresent()) {
            guard.hold(resource, what);
            guard.restoreSoon(resource, what);
        }
    }

    /**
     * The slot has withdrawn a service, of itself, while its bundle plays on.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void serviceGone(SlotId slot, String what) {
        slotDisturbed(slot, what);
    }

    /**
     * The slot has registered a service, or given one other properties, of itself. Calls are not held for it.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void slotChanged(SlotId slot, String what) {
        LOG.debug("slot {}: {}", slot, what);
    }

    /** Something was done to a front from outside: its handles are shown again, on another thread. */
    public void frontDisturbed(String name, String what) {
        ManagedResource resource = resources.get(name);
        if (resource != null && !guard.dismissed()) {
            guard.restoreSoon(resource, what);
        }
    }

    @Override
    public List<ResourceStatus> resources() {
        return resources.values().stream().map(ManagedResource::status).toList();
    }

    @Override
    public ResourceStatus resource(String name) {
        return known(name).status();
    }

    @Override
    public List<SlotStatus> slots() {
        return resources.keySet().stream()
                .flatMap(name -> slots(name).stream())
                .filter(slot -> slot.version().isPresent())
                .toList();
    }

    @Override
    public List<SlotStatus> slots(String name) {
        ManagedResource resource = known(name);
        return List.of(resource.slotStatus(SlotSide.A), resource.slotStatus(SlotSide.B));
    }

    @Override
    public StageResult stage(String name, Candidate candidate) {
        ManagedResource resource = knownOrNew(name, candidate);
        StageResult result = swaps.stage(resource, candidate);
        forgetIfEmpty(resource);
        sweep();
        return result;
    }

    @Override
    public SwapPlan plan(String name, Candidate candidate) {
        return planner.plan(resources.containsKey(name) ? known(name) : firstOf(name, candidate), candidate);
    }

    @Override
    public SwapResult swap(String name, Candidate candidate) {
        ManagedResource resource = knownOrNew(name, candidate);
        SwapResult result = swaps.swap(resource, candidate);
        forgetIfEmpty(resource);
        sweep();
        return result;
    }

    @Override
    public List<SwapPlan> plan(List<GroupMember> members) {
        return members.stream()
                .map(member -> plan(member.resource(), member.candidate()))
                .toList();
    }

    @Override
    public List<SwapResult> swap(List<GroupMember> members) {
        throw new UnsupportedOperationException("group swaps are not built yet");
    }

    @Override
    public List<EscapeStatus> escapes() {
        return List.of();
    }

    @Override
    public SwapResult rollback(String name) {
        return swaps.rollBack(known(name));
    }

    @Override
    public DrainStatus drain(String name) {
        return drainStatus(known(name));
    }

    @Override
    public DrainStatus endDrain(String name) {
        ManagedResource resource = known(name);
        resource.drainage().ifPresent(Drainage::end);
        return drainStatus(resource);
    }

    private static DrainStatus drainStatus(ManagedResource resource) {
        return resource.drainage()
                .map(last -> new DrainStatus(
                        resource.name(),
                        Optional.of(last.version()),
                        last.over() ? 0 : last.inside(),
                        Math.round(last.millis()),
                        last.cut(),
                        last.over()
                                ? List.of()
                                : CallStacks.below(resource.front().classNamePrefix())))
                .orElseGet(() -> new DrainStatus(resource.name(), Optional.empty(), 0, 0, 0, List.of()));
    }

    @Override
    public List<GenerationStatus> generations() {
        return watch.alive(this::use);
    }

    private GenerationStatus.Use use(GenerationWatch.Entry entry) {
        ManagedResource resource = resources.get(entry.resource());
        if (resource == null) {
            return GenerationStatus.Use.RETIRED;
        }
        ResourceState state = resource.state();
        boolean still = backstage
                .host()
                .loader(resource.slot(entry.side()))
                .filter(entry::is)
                .isPresent();
        if (!still) {
            return GenerationStatus.Use.RETIRED;
        }
        if (state.active().filter(entry.side()::equals).isPresent()) {
            return GenerationStatus.Use.ACTIVE;
        }
        return state.wayBack()
                        .flatMap(state::holding)
                        .filter(entry.side()::equals)
                        .isPresent()
                ? GenerationStatus.Use.WAY_BACK
                : GenerationStatus.Use.RETIRED;
    }

    @Override
    public List<String> versions(String name) {
        try {
            return versions.of(name).stream()
                    .map(artifact -> artifact.version().toString())
                    .distinct()
                    .toList();
        } catch (Refusal e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private ManagedResource known(String name) {
        ManagedResource resource = resources.get(name);
        if (resource == null) {
            throw new UnknownResourceException(name, resources.keySet());
        }
        return resource;
    }

    /** A version that comes for a resource nobody knows makes it known; the first of two who bring one wins. */
    private ManagedResource knownOrNew(String name, Candidate candidate) {
        ManagedResource known = resources.get(name);
        if (known != null) {
            return known;
        }
        ManagedResource first = firstOf(name, candidate);
        ManagedResource raced = resources.putIfAbsent(name, first);
        return raced == null ? first : raced;
    }

    private ManagedResource firstOf(String name, Candidate candidate) {
        boolean namesBundle = candidate.source() instanceof Candidate.File
                || candidate.source() instanceof Candidate.Version
                        && !versions(name).isEmpty();
        if (!namesBundle) {
            throw new UnknownResourceException(name, resources.keySet());
        }
        ResourceSpec spec = ResourceSpec.unknown(name, Criticality.AUXILIARY);
        return new ManagedResource(name, ResourceState.unknownYet(spec), backstage.host(), backstage.clock());
    }

    /** Keeps the store from growing with every version that ever was. */
    private void sweep() {
        Set<String> needed = new HashSet<>(backstage.ledger().pinned());
        resources.values().forEach(resource -> needed.addAll(resource.state().digests()));
        try {
            backstage.store().keepOnly(needed);
        } catch (UncheckedIOException e) {
            LOG.warn("artifacts that nobody needs stay for now: {}", Reasons.of(e.getCause()));
        }
    }

    private void forgetIfEmpty(ManagedResource resource) {
        ResourceState state = resource.state();
        if (state.active().isEmpty()
                && state.slot(SlotSide.A).artifact().isEmpty()
                && state.slot(SlotSide.B).artifact().isEmpty()) {
            resources.remove(resource.name(), resource);
            resource.front().close();
        }
    }
}
