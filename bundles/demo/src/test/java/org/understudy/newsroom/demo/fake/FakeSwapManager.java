package org.understudy.newsroom.demo.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.understudy.newsroom.FaultLedger;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.resource.Criticality;
import org.understudy.swap.BakeResult;
import org.understudy.swap.Candidate;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.GroupMember;
import org.understudy.swap.Holder;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;
import org.understudy.swap.Verdict;

/**
 * A swap-manager over plain objects. It keeps every promise, unless it is told to sin: then the store is answered by
 * the old version after the swap has returned, and so is the page; the renderer, the filter, the asynchronous servlet,
 * the command, the beacon and the codes lose calls; the theme claims a version that never was; the feed's markers get
 * equal ranks; a version of analytics leaks; events and comments are lost and doubled; the members of a group flip one after the
 * other; its judge finds nothing.
 */
public final class FakeSwapManager implements SwapManager, AutoCloseable {
    private static final long SIN_MILLIS = 150;
    private static final long TRIAL_MILLIS = 200;

    private final BundleContext context;
    private final boolean sins;
    private final Guestbook guestbook;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Map<Part, Resource> resources = new EnumMap<>(Part.class);
    private final List<SwapRecord> records = new CopyOnWriteArrayList<>();
    private final List<GenerationStatus> remains = new CopyOnWriteArrayList<>();
    private int counter;

    private static final class Resource {
        volatile boolean onTrial;
        final FakeHandle handle;
        final Map<SlotSide, ServiceRegistration<SlotMarker>> markers = new EnumMap<>(SlotSide.class);
        SlotSide side = SlotSide.A;
        volatile int rank;

        Resource(FakeHandle handle) {
            this.handle = handle;
        }
    }

    /** Offers version 1.0.0 of every part. */
    public FakeSwapManager(BundleContext context, Sins sins) {
        this.context = context;
        this.sins = sins == Sins.ALL;
        for (Part part : Part.values()) {
            // without sins the members of the group have one pointer, so that it is written at one instant
            Resource resource = part == Part.RECEIVER && sins == Sins.NONE
                    ? new Resource(resources.get(Part.SENDER).handle)
                    : new Resource(new FakeHandle());
            resources.put(part, resource);
            resource.handle.point(version("1.0.0"));
            for (SlotSide side : SlotSide.values()) {
                resource.markers.put(
                        side, context.registerService(SlotMarker.class, marker(part, side), properties(part, 0)));
            }
            mark(part, resource);
        }
        Part.CALLED.forEach(part -> context.registerService(part.contract().getName(), handle(part), null));
        context.registerService(
                EventHandler.class, new FakeReadership(context, handle(Part.READERSHIP), this.sins), topics());
        context.registerService(Object.class, new FakeDesk(handle(Part.DESK)), command());
        guestbook = new FakeGuestbook(handle(Part.STORE), this.sins);
        context.registerService(Guestbook.class, guestbook, null);
        context.registerService(SwapManager.class, this, null);
    }

    /** What readers write into. */
    Guestbook guestbook() {
        return guestbook;
    }

    /** The handle of a part. */
    public FakeHandle handle(Part part) {
        return resources.get(part).handle;
    }

    private SwapResult swapOne(String name, Candidate candidate) {
        Part part = Part.named(name).orElseThrow();
        String to = versionOf(((Candidate.File) candidate.source()).path());
        Resource resource = resources.get(part);
        Optional<String> from = Optional.of(resource.handle.active().version());
        Optional<Fault> fault = fault(part, to);
        if (fault.filter(f -> f.fate() == Fault.Fate.REFUSED).isPresent()) {
            if (fault.get().hangs()) {
                remains.add(remains(part, to, true));
            }
            return new SwapResult.Refused(name, from, Optional.of(to), "it does not start");
        }
        FakeVersion before = resource.handle.active();
        Timing timing = flip(part, version(to), false);
        if (!before.version().equals(to)) { // the pointer of a group is written with its first member
            resource.handle.remember(before);
        }
        sin(part, before);
        if (!sins && fault.filter(f -> f.fate() == Fault.Fate.JUDGED).isPresent()) {
            resource.onTrial = true;
            later.schedule(() -> takeBack(part), TRIAL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return new SwapResult.Swapped(name, from, Optional.of(to), true, "", timing);
    }

    /** The judge has seen enough. */
    private void takeBack(Part part) {
        Resource resource = resources.get(part);
        FakeVersion from = resource.handle.active();
        Verdict verdict = new Verdict(Verdict.Outcome.FAIL, "it hurts", List.of());
        records.add(new SwapRecord(
                records.size() + 1L,
                Instant.now(),
                false,
                "",
                "",
                List.of(new SwapRecord.Member(
                        part.resource(), Optional.empty(), Optional.of(from.version()), "swapped", "", Timing.NONE)),
                SwapRecord.End.TAKEN_BACK,
                List.of(new SwapRecord.Decision(
                        Instant.now(), "judged", "judge", verdict.reason(), Optional.of(verdict)))));
        flip(part, resource.handle.wayBack(), true);
        resource.onTrial = false;
    }

    @Override
    public List<SwapPlan> plan(List<GroupMember> members) {
        return members.stream()
                .map(member -> plan(member.resource(), member.candidate()))
                .toList();
    }

    @Override
    public List<SwapResult> swap(SwapRequest request) {
        List<SwapResult> results = new ArrayList<>();
        for (GroupMember member : request.members()) {
            results.add(swapOne(member.resource(), member.candidate()));
            if (sins && request.members().size() > 1) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SIN_MILLIS));
            }
        }
        return results;
    }

    @Override
    public BakeResult commit(String name, String by, String reason) {
        return new BakeResult(BakeResult.Outcome.COMMITTED, List.of(name), reason);
    }

    @Override
    public BakeResult pause(String name, String by, String reason) {
        return new BakeResult(BakeResult.Outcome.PAUSED, List.of(name), reason);
    }

    @Override
    public BakeResult resume(String name, String by, String reason) {
        return new BakeResult(BakeResult.Outcome.RESUMED, List.of(name), reason);
    }

    @Override
    public List<SwapRecord> swaps(int limit) {
        return List.copyOf(records);
    }

    @Override
    public Optional<SwapRecord> swap(long number) {
        return Optional.empty();
    }

    @Override
    public List<EscapeStatus> escapes() {
        return List.of();
    }

    @Override
    public SwapResult rollback(String name, String by, String cause) {
        Part part = Part.named(name).orElseThrow();
        Resource resource = resources.get(part);
        FakeVersion from = resource.handle.active();
        if (part == Part.SENDER) {
            flip(Part.RECEIVER, handle(Part.RECEIVER).wayBack(), true);
        }
        Timing timing = flip(part, resource.handle.wayBack(), true);
        if (fault(part, from.version()).filter(Fault::leaks).isPresent()) {
            remains.add(remains(part, from.version(), false));
        }
        return new SwapResult.RolledBack(
                name,
                Optional.of(from.version()),
                Optional.of(resource.handle.wayBack().version()),
                true,
                "",
                timing);
    }

    private Timing flip(Part part, FakeVersion to, boolean back) {
        Resource resource = resources.get(part);
        Optional<String> from = Optional.of(resource.handle.active().version());
        tell(new SwapEvent.Begun(part.resource(), System.nanoTime()));
        tell(new SwapEvent.Ready(part.resource(), from, to.version()));
        long decided = System.nanoTime();
        resource.handle.point(to);
        long flipped = System.nanoTime();
        resource.side = resource.side.other();
        mark(part, resource);
        tell(new SwapEvent.Flipped(part.resource(), from, to.version(), resource.rank, decided, flipped, back));
        tell(new SwapEvent.Drained(part.resource(), from.get(), 0, System.nanoTime()));
        Timing timing = part == Part.BEACON ? new Timing(0, 0, 12, 3) : new Timing((flipped - decided) / 1e3, 0, 0, 0);
        tell(new SwapEvent.Ended(
                part.resource(),
                new SwapResult.Swapped(part.resource(), from, Optional.of(to.version()), true, "", timing),
                System.nanoTime()));
        return timing;
    }

    private void mark(Part part, Resource resource) {
        resource.rank = ++counter;
        resource.markers.get(resource.side).setProperties(properties(part, resource.rank));
        if (sins && part == Part.FEED) {
            resource.markers.get(resource.side.other()).setProperties(properties(part, resource.rank));
        }
    }

    private void sin(Part part, FakeVersion before) {
        FakeHandle handle = resources.get(part).handle;
        if (!sins) {
            return;
        }
        switch (part) {
            case STORE, PAGE -> {
                handle.answerLate(before);
                later.schedule(() -> handle.answerLate(null), SIN_MILLIS, TimeUnit.MILLISECONDS);
            }
            case RENDERER, STAMP, LIVE, DESK, BEACON, QR -> {
                handle.lose(true);
                later.schedule(() -> handle.lose(false), SIN_MILLIS, TimeUnit.MILLISECONDS);
            }
            case THEME -> {
                handle.claim("6.6.6");
                later.schedule(() -> handle.claim(null), SIN_MILLIS, TimeUnit.MILLISECONDS);
            }
            case ANALYTICS -> remains.add(remains(part, before.version(), false));
            case FEED, READERSHIP, ARCHIVIST, PDF, SENDER, RECEIVER -> {}
        }
    }

    private static Hashtable<String, Object> topics() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, "org/understudy/newsroom/reader/*");
        return properties;
    }

    private static Hashtable<String, Object> command() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", "newsroom");
        properties.put("osgi.command.function", "desk");
        return properties;
    }

    private FakeVersion version(String number) {
        return new FakeVersion(number, (resource, version) -> {
            ServiceReference<FaultLedger> ledger = context.getServiceReference(FaultLedger.class);
            context.getService(ledger).count(resource, version);
        });
    }

    private void tell(SwapEvent event) {
        try {
            for (ServiceReference<SwapListener> listener : context.getServiceReferences(SwapListener.class, null)) {
                context.getService(listener).on(event);
            }
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Fault> fault(Part part, String version) {
        return Arrays.stream(Fault.values())
                .filter(f -> f.part() == part && f.version().equals(version))
                .findFirst();
    }

    private static GenerationStatus remains(Part part, String version, boolean onPurpose) {
        return new GenerationStatus(
                part.resource(),
                version,
                SlotSide.A,
                GenerationStatus.Use.RETIRED,
                onPurpose,
                1,
                List.of(new Holder(Holder.Kind.THREAD, "left behind")));
    }

    private static SlotMarker marker(Part part, SlotSide side) {
        return new SlotMarker() {
            @Override
            public String resource() {
                return part.resource();
            }

            @Override
            public SlotSide slot() {
                return side;
            }
        };
    }

    private static Hashtable<String, Object> properties(Part part, int rank) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(SlotMarker.RESOURCE, part.resource());
        if (rank > 0) {
            properties.put(Constants.SERVICE_RANKING, rank);
        }
        return properties;
    }

    private static String versionOf(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ResourceStatus> resources() {
        return resources.keySet().stream().map(p -> resource(p.resource())).toList();
    }

    @Override
    public ResourceStatus resource(String name) {
        Resource resource = resources.get(Part.named(name).orElseThrow());
        return new ResourceStatus(
                name,
                Criticality.VOLATILE,
                1,
                0,
                List.of(),
                Optional.of(resource.handle.active().version()),
                Optional.empty(),
                ResourceStatus.State.ACTIVE,
                resource.rank,
                resource.onTrial ? Optional.of(new ProvisionalStatus(1, 2000, 1000, false, 1)) : Optional.empty(),
                "");
    }

    @Override
    public List<GenerationStatus> generations() {
        return new ArrayList<>(remains);
    }

    @Override
    public DrainStatus drain(String name) {
        return new DrainStatus(name, Optional.empty(), 0, 0, 0, List.of());
    }

    @Override
    public DrainStatus endDrain(String name) {
        return drain(name);
    }

    @Override
    public List<SlotStatus> slots() {
        throw new UnsupportedOperationException("the demo does not ask for slots");
    }

    @Override
    public List<SlotStatus> slots(String name) {
        return slots();
    }

    @Override
    public StageResult stage(String name, Candidate candidate) {
        throw new UnsupportedOperationException("the demo does not stage");
    }

    @Override
    public SwapPlan plan(String name, Candidate candidate) {
        throw new UnsupportedOperationException("the demo does not plan");
    }

    @Override
    public List<String> versions(String name) {
        throw new UnsupportedOperationException("the demo knows its versions");
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
