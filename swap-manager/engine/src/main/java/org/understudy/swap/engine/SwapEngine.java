package org.understudy.swap.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Configurations;
import org.understudy.doctor.Doctor;
import org.understudy.monitor.RuntimeMonitor;
import org.understudy.swap.BakeResult;
import org.understudy.swap.Candidate;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.GroupMember;
import org.understudy.swap.Pinning;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.leaks.HolderFinder;
import org.understudy.swap.monitor.Monitor;
import org.understudy.swap.monitor.ProcessSignals;

/**
 * The swap-manager over any {@link Host}. What each method guarantees is said by {@link SwapManager}; how one works is
 * said by {@link Rehearsal} (before the flip), {@link Flip} (from then on) and {@link Restoration} (after a
 * disturbance).
 */
public final class SwapEngine implements SwapManager {
    private static final Logger LOG = LoggerFactory.getLogger(SwapEngine.class);

    private final Backstage backstage;
    private final Troupe troupe;
    private final Overview overview;
    private final LeakWatch leaks;
    private final Guard guard;
    private final Swaps swaps;
    private final Planner planner;
    private final VersionsFolder versions;
    private final Bakes bakes;
    private final Journal journal;
    private final Records records;
    private final Needs needs;
    private final Monitor monitor;
    private final Trials trials;
    private volatile boolean booted;

    /**
     * Creates an engine that manages nothing yet; {@link #boot} brings back what an earlier run has left.
     *
     * @param host the framework
     * @param store the artifacts of the home
     * @param journal what the home says happened; to be closed after the engine
     * @param versionsFolder where versions can be named
     * @param settings what an admin has set
     * @param clock nanoseconds, like {@link System#nanoTime}
     * @param time what the host's clock says, for people
     * @param housekeeper runs what nobody waits for; at least two threads
     * @param events who is told, on the thread that does the work; must not throw
     * @param process makes what tells of the process
     */
    public SwapEngine(
            Host host,
            ArtifactStore store,
            Journal journal,
            Path versionsFolder,
            SwapSettings settings,
            LongSupplier clock,
            InstantSource time,
            ScheduledExecutorService housekeeper,
            Consumer<SwapEvent> events,
            Supplier<? extends ProcessSignals> process) {
        GenerationWatch watch = new GenerationWatch(
                HolderFinder.together(List.of(HolderFinder.ofVirtualMachine(), host::servicesOf)), clock);
        Escapes escapes = new Escapes(watch, host::bundleOf);
        Slots slots = new Slots(host, settings, watch, Pacing.of(settings.pause(), () -> booted));
        this.backstage = new Backstage(
                host,
                slots,
                escapes,
                new Configurations(),
                new Ledger(journal),
                store,
                settings,
                clock,
                time,
                event -> {
                    hear(event);
                    events.accept(event);
                },
                housekeeper);
        this.versions = new VersionsFolder(versionsFolder, store);
        Candidates candidates = new Candidates(store, versions);
        Admission admission = new Admission(host, settings.commit());
        Revival revival = new Revival(backstage);
        Rehearsal rehearsal = new Rehearsal(backstage, revival);
        Following following = new Following(backstage, revival);
        this.troupe = new Troupe(backstage, versions);
        this.swaps = new Swaps(backstage, troupe, candidates, admission, rehearsal, revival);
        Retreats retreats = new Retreats(backstage, troupe, swaps);
        this.monitor = new Monitor(process, () -> Trials.onStage(troupe.all()), clock);
        this.trials = new Trials(monitor, settings.judge(), troupe, retreats::begin);
        this.bakes = new Bakes(backstage, troupe, trials, retreats);
        this.overview = new Overview(troupe, bakes, host, watch);
        this.leaks = new LeakWatch(watch, overview::use, housekeeper, settings.leakGrace());
        this.guard =
                new Guard(backstage, new Restoration(backstage, rehearsal, revival, following, retreats), following);
        this.planner = new Planner(host, candidates, admission);
        this.journal = journal;
        this.records = new Records(journal);
        this.needs = new Needs(backstage.ledger(), troupe);
    }

    private void hear(SwapEvent event) {
        if (event instanceof SwapEvent.Flipped flipped) {
            ManagedResource resource = troupe.known(flipped.resource());
            trials.flipped(resource, flipped.flippedNanos());
            bakes.begin(resource);
        } else if (event instanceof SwapEvent.Ended) {
            leaks.begin();
        } else if (event instanceof SwapEvent.Repaired repaired && booted) {
            backstage.ledger().tellIfPossible(new Fact.Repaired(repaired.resource(), repaired.what()));
        }
    }

    /**
     * Brings every resource back on stage that an earlier run has left there, and those of {@code initial} that are
     * not known yet, begun in their order. When it returns, their handles stand. A resource that cannot be brought back is down, and says
     * why; the others are not affected.
     *
     * @param initial version by resource
     * @throws Refusal if the journal cannot be understood or written: nothing is started then
     */
    public void boot(Map<String, String> initial) throws Refusal {
        new Boot(backstage, troupe).recall();
        sweep();
        guard.bringBack(troupe.all());
        troupe.all().forEach(this::resume);
        Crew.forEach(
                initial.entrySet(), backstage.host().hands(), first -> bringFirst(first.getKey(), first.getValue()));
        booted = true;
        monitor.start(Monitor.TICK);
    }

    private void resume(ManagedResource resource) {
        if (resource.state().provisional().isPresent()) {
            trials.resumed(resource);
            bakes.begin(resource);
        } else {
            WaysBack.closeLater(backstage, resource);
        }
    }

    /** What is seen of the process and of the versions. */
    public RuntimeMonitor monitor() {
        return monitor;
    }

    private void bringFirst(String name, String version) {
        if (troupe.find(name) == null) {
            SwapResult result = swap(name, Candidate.version(version));
            if (!result.flipped()) {
                LOG.error("{} {} could not be brought on stage: {}", name, version, result.reason());
            }
        }
    }

    /**
     * Takes everything off stage and stops all slots and fronts. Calls that come later are told so. Slots stay
     * installed; the next {@link #boot} finds the state as it is.
     */
    public void close() {
        guard.dismiss();
        monitor.close();
        new Closing(backstage, troupe, guard, bakes).perform();
    }

    /** Is to be told what is noticed about slots and fronts. */
    public SlotWatch slotWatch() {
        return new SlotWatch(troupe, guard);
    }

    /** Looks after the home in which the engine works. */
    public Doctor doctor(Premises premises) {
        return new HouseDoctor(
                backstage.ledger(),
                List.of(
                        new HomeCheckup(premises, name -> troupe.find(name) != null),
                        new JournalCheckup(journal, backstage.ledger()),
                        new StoreCheckup(backstage.store(), needs, versions, backstage.host()),
                        new SlotsCheckup(backstage, troupe, guard)));
    }

    /** Pins requests to what is on stage. */
    public Pinning pinning() {
        return new RequestPinning(backstage.configurations());
    }

    @Override
    public List<ResourceStatus> resources() {
        return overview.resources();
    }

    @Override
    public ResourceStatus resource(String name) {
        return overview.resource(troupe.known(name));
    }

    @Override
    public List<SlotStatus> slots() {
        return overview.slots();
    }

    @Override
    public List<SlotStatus> slots(String name) {
        return overview.slots(troupe.known(name));
    }

    @Override
    public StageResult stage(String name, Candidate candidate) {
        ManagedResource resource = troupe.knownOrNew(name, candidate);
        StageResult result = swaps.stage(resource, candidate);
        troupe.forgetIfEmpty(resource);
        sweep();
        return result;
    }

    @Override
    public SwapPlan plan(String name, Candidate candidate) {
        return planner.plan(troupe.knownOrWouldBe(name, candidate), candidate);
    }

    @Override
    public List<SwapPlan> plan(List<GroupMember> members) {
        return planner.plan(
                members.stream()
                        .map(member -> troupe.knownOrWouldBe(member.resource(), member.candidate()))
                        .toList(),
                members.stream().map(GroupMember::candidate).toList());
    }

    @Override
    public List<SwapResult> swap(SwapRequest request) {
        List<Swaps.Wish> wishes = new ArrayList<>();
        try {
            for (GroupMember member : request.members()) {
                ManagedResource resource = troupe.knownOrNew(member.resource(), member.candidate());
                wishes.add(new Swaps.Wish(resource, member.candidate()));
            }
            if (request.supersede()) {
                supersede(wishes, request.by());
            }
            return swaps.swap(wishes, request.plan(), Attempt.toSwap(backstage, request.by(), request.cause()));
        } finally {
            wishes.forEach(wish -> tidy(wish.resource()));
            sweep();
        }
    }

    /** Where one of them cannot go back, the swap is refused for that: then the others need not go either. */
    private void supersede(List<Swaps.Wish> wishes, String by) {
        for (Swaps.Wish wish : wishes) {
            ManagedResource resource = wish.resource();
            Optional<Long> provisional = resource.state().provisional().map(Provisional::swap);
            if (provisional.isPresent()) {
                SwapResult back = swaps.rollBack(
                        resource,
                        provisional,
                        wish.candidate().allowLoss(),
                        Attempt.toRollBack(backstage, by, "a further version supersedes it"));
                if (!back.flipped()) {
                    return;
                }
            }
        }
    }

    @Override
    public SwapResult rollback(String name, String by, String cause) {
        ManagedResource resource = troupe.known(name);
        try {
            return swaps.rollBack(resource, Optional.empty(), false, Attempt.toRollBack(backstage, by, cause));
        } finally {
            tidy(resource);
        }
    }

    @Override
    public BakeResult commit(String name, String by, String reason) {
        return bakes.commit(troupe.known(name), Optional.empty(), by, reason);
    }

    @Override
    public BakeResult pause(String name, String by, String reason) {
        return bakes.pause(troupe.known(name), true, Optional.empty(), by, reason);
    }

    @Override
    public BakeResult resume(String name, String by, String reason) {
        return bakes.pause(troupe.known(name), false, Optional.empty(), by, reason);
    }

    @Override
    public List<SwapRecord> swaps(int limit) {
        return records.latest(limit);
    }

    @Override
    public Optional<SwapRecord> swap(long number) {
        return records.find(number);
    }

    /**
     * After an operation: a resource that nothing came of is forgotten, one that is down is brought back, and one whose
     * version registered something more between its rehearsal and its flip shows that too.
     */
    private void tidy(ManagedResource resource) {
        troupe.forgetIfEmpty(resource);
        if (resource.down()) {
            guard.restoreSoon(resource, "a swap that failed");
        } else if (resource.changedBeforeItCame()) {
            guard.followSoon(resource);
        }
    }

    @Override
    public DrainStatus drain(String name) {
        return overview.drain(troupe.known(name));
    }

    @Override
    public DrainStatus endDrain(String name) {
        ManagedResource resource = troupe.known(name);
        resource.drainage().ifPresent(Drainage::end);
        return overview.drain(resource);
    }

    @Override
    public List<GenerationStatus> generations() {
        return overview.generations();
    }

    @Override
    public List<EscapeStatus> escapes() {
        return backstage.escapes().all();
    }

    @Override
    public List<String> versions(String name) {
        return versions.numbersOf(name);
    }

    /** Keeps the store from growing with every version that ever was. */
    private void sweep() {
        try {
            backstage.store().keepOnly(needs::digests);
        } catch (UncheckedIOException e) {
            LOG.warn("artifacts that nobody needs stay for now: {}", Reasons.of(e.getCause()));
        }
    }
}
