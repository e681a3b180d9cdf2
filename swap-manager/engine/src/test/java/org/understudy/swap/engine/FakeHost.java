package org.understudy.swap.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.understudy.dispatch.Instances;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.ScopedTarget;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotState;

/**
 * A framework in memory. Its knobs make any step fail or hang, and show what was done. Different resources may be handled
 * on different threads, as long as the knobs are left alone.
 */
final class FakeHost implements Host {
    /** The steps at which it can be told to fail. */
    enum Step {
        WRITE,
        RESOLVE,
        START,
        FRONT
    }

    /**
     * What one version offers when started.
     *
     * @param service the object behind the handles; what is {@link Fresh} makes one at each start
     */
    record Script(List<ServiceShape> shapes, Object service) {}

    /** Makes an object for a start; it is told of the stop if it is {@link Runnable}. */
    interface Fresh {
        Object make();
    }

    final Map<String, Script> scripts = new HashMap<>();
    final Map<SlotId, String> contents = new ConcurrentHashMap<>();
    final Set<SlotId> running = ConcurrentHashMap.newKeySet();
    final Set<String> broken = new HashSet<>();
    final List<SlotId> abandoned = Collections.synchronizedList(new ArrayList<>());
    final Map<SlotId, Integer> ranks = Collections.synchronizedMap(new LinkedHashMap<>());
    final Set<SlotId> onStage = Collections.synchronizedSet(new LinkedHashSet<>());
    final Map<String, List<String>> unrouted = new HashMap<>();
    final Set<Object> gone = ConcurrentHashMap.newKeySet();
    /** The state of versions that have any, by label. */
    final Map<String, FakeMemory> memories = new ConcurrentHashMap<>();

    /** By what versions tell how they are, by label. */
    final Map<String, Instruments> instruments = new ConcurrentHashMap<>();

    boolean declaresState = true;
    boolean onlyOne;
    boolean endsBadly;
    final Set<SlotId> exposed = ConcurrentHashMap.newKeySet();
    final Map<SlotId, Integer> ownFiles = new HashMap<>();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final Map<String, FakeFront> fronts = new ConcurrentHashMap<>();
    /** What stands for the handle classes of a resource, where a test calls through such. */
    final Map<String, Class<?>> handles = new HashMap<>();

    private final Map<SlotId, ClassLoader> loaders = new ConcurrentHashMap<>();
    private final Map<SlotId, Object> made = new ConcurrentHashMap<>();
    private Step failing;
    private boolean hangs;
    private volatile Runnable atStart = () -> {};

    void failAt(Step step) {
        failing = step;
        hangs = false;
    }

    void hangAtStart() {
        failing = Step.START;
        hangs = true;
    }

    /** Has this done at the next start, before it. */
    void atStart(Runnable what) {
        atStart = what;
    }

    void work() {
        failing = null;
    }

    /** The process has ended: what is installed is all that is left. */
    void forget() {
        running.clear();
        loaders.clear();
        ranks.clear();
        fronts.clear();
    }

    private void step(Step step, String what) throws Refusal {
        log.add(what);
        if (failing == step) {
            throw hangs ? new HungException(what + " hangs") : new Refusal(what + " fails");
        }
    }

    @Override
    public Optional<String> content(SlotId slot) {
        return Optional.ofNullable(contents.get(slot));
    }

    /** What lies at places of the host beside {@link #contents}. */
    final List<Tenant> others = new ArrayList<>();

    /** What the framework has kept. */
    final Map<SlotId, List<Path>> kept = new HashMap<>();

    /** Slots whose content is there, but not resolved. */
    final Set<SlotId> unresolved = new HashSet<>();

    @Override
    public List<Tenant> tenants() {
        List<Tenant> tenants = new ArrayList<>(others);
        for (SlotId slot : contents.keySet()) {
            Tenant.Life life = running.contains(slot)
                    ? Tenant.Life.STARTED
                    : unresolved.contains(slot) ? Tenant.Life.INSTALLED : Tenant.Life.RESOLVED;
            tenants.add(new Tenant(
                    "slot/" + slot, slot.resource(), Optional.of(slot), true, bundleId(slot), "a bundle", life));
        }
        return tenants;
    }

    @Override
    public void evict(String location, Duration deadline) {
        others.removeIf(tenant -> tenant.location().equals(location));
        contents.keySet().removeIf(slot -> location.equals("slot/" + slot));
        log.add("evict " + location);
    }

    @Override
    public List<Path> copies(SlotId slot) {
        return kept.getOrDefault(slot, List.of());
    }

    @Override
    public Map<SlotId, Integer> ranks() {
        return Map.copyOf(ranks);
    }

    @Override
    public long bundleId(SlotId slot) {
        return contents.containsKey(slot) ? slot.hashCode() & 0xffff : -1;
    }

    @Override
    public void write(SlotId slot, Artifact artifact) throws Refusal {
        contents.remove(slot);
        step(Step.WRITE, "write " + slot + " " + artifact.version());
        contents.put(slot, artifact.digest());
        loaders.put(slot, new ClassLoader() {});
    }

    @Override
    public void resolve(SlotId slot, Artifact artifact) throws Refusal {
        step(Step.RESOLVE, "resolve " + slot);
        unresolved.remove(slot);
        loaders.computeIfAbsent(slot, resolved -> new ClassLoader() {});
    }

    @Override
    public Offer start(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal {
        step(Step.START, "start " + slot + " " + artifact.version());
        Runnable now = atStart;
        atStart = () -> {};
        now.run();
        if (broken.contains(artifact.label())) {
            throw new Refusal(artifact.label() + " does not start any more");
        }
        if (onlyOne && running.contains(new SlotId(slot.resource(), slot.side().other()))) {
            throw new Refusal(artifact.label() + " found its port taken");
        }
        if (scripts.get(artifact.label()).service() instanceof Fresh fresh) {
            made.put(slot, fresh.make());
        }
        running.add(slot);
        return offer(slot, artifact);
    }

    private Offer offer(SlotId slot, Artifact artifact) {
        Script script = scripts.get(artifact.label());
        Object service = made.getOrDefault(slot, script.service());
        return new Offer(
                script.shapes().stream()
                        .map(shape -> new Offer.Service(shape, service, new Shared(service), shape))
                        .toList(),
                unrouted.getOrDefault(artifact.label(), List.of()),
                keeper(artifact),
                instruments.getOrDefault(artifact.label(), Instruments.NONE));
    }

    private Optional<StateKeeper> keeper(Artifact artifact) {
        return Optional.ofNullable(memories.get(artifact.label()))
                .map(memory -> new StateKeeper(memory, memory.formats(), memory));
    }

    @Override
    public Optional<StateFormats> declaredState(Artifact artifact) {
        return declaresState
                ? Optional.ofNullable(memories.get(artifact.label())).map(FakeMemory::formats)
                : Optional.empty();
    }

    @Override
    public <T> T within(String what, Duration deadline, String consequence, Callable<T> work) throws Refusal {
        log.add(what);
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HungException(what + " did not end; " + consequence);
        } catch (ExecutionException e) {
            throw new Refusal(what + " failed: " + Reasons.of(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HungException(what + " was interrupted");
        }
    }

    private record Shared(Object service) implements Instances {
        @Override
        public Object make(Object consumer) {
            return service;
        }

        @Override
        public void release(Object consumer, Object instance) {
            // nothing is kept
        }
    }

    @Override
    public Offer collect(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal {
        if (!gone.isEmpty()) {
            throw new Refusal("component of " + artifact.label() + " is not satisfied");
        }
        return offer(slot, artifact);
    }

    @Override
    public List<ServiceShape> declared(Artifact artifact) {
        Script script = scripts.get(artifact.label());
        return script == null ? List.of() : script.shapes();
    }

    @Override
    public Offer present(SlotId slot, Artifact artifact, Duration deadline) {
        Offer all = offer(slot, artifact);
        return new Offer(
                all.services().stream()
                        .filter(service -> !gone.contains(service.source()))
                        .toList(),
                all.unrouted(),
                all.keeper(),
                all.instruments());
    }

    @Override
    public void show(SlotId slot, boolean raw) {
        if (raw) {
            exposed.add(slot);
        } else {
            exposed.remove(slot);
        }
    }

    @Override
    public boolean running(SlotId slot) {
        return running.contains(slot);
    }

    @Override
    public boolean offers(SlotId slot, Offer offer) {
        return running.contains(slot)
                && offer.services().stream().noneMatch(service -> gone.contains(service.source()));
    }

    @Override
    public Optional<ClassLoader> loader(SlotId slot) {
        return Optional.ofNullable(loaders.get(slot));
    }

    @Override
    public void stop(SlotId slot, Offer offer, Duration deadline) {
        if (running.remove(slot)) {
            log.add("stop " + slot);
            if (made.remove(slot) instanceof Runnable told) {
                told.run();
            }
        }
    }

    @Override
    public void unload(SlotId slot) {
        if (loaders.containsKey(slot)) {
            loaders.put(slot, new ClassLoader() {});
        }
    }

    @Override
    public void abandon(SlotId slot) {
        abandoned.add(slot);
        contents.remove(slot);
        running.remove(slot);
        loaders.remove(slot);
    }

    @Override
    public void enterStage(SlotId slot, Duration deadline) {
        onStage.add(slot);
    }

    @Override
    public void leaveStage(SlotId slot, Duration deadline) {
        onStage.remove(slot);
    }

    @Override
    public int ownFiles(SlotId slot) {
        return ownFiles.getOrDefault(slot, 0);
    }

    @Override
    public List<Holder> servicesOf(ClassLoader loader) {
        return List.of();
    }

    @Override
    public String bundleOf(Class<?> type) {
        return type.getName();
    }

    @Override
    public int hands() {
        return 1;
    }

    @Override
    public void mark(SlotId slot, String version, SlotState state) {
        ranks.putIfAbsent(slot, 0);
    }

    @Override
    public void raise(SlotId slot, String version, int rank) {
        ranks.put(slot, rank);
    }

    @Override
    public void unmark(SlotId slot) {
        ranks.remove(slot);
    }

    @Override
    public Front front(String resource, Pointer pointer, EscapeReport escapes) {
        FakeFront front = new FakeFront(resource, pointer, escapes);
        fronts.put(resource, front);
        return front;
    }

    /** Remembers which handles are shown. */
    final class FakeFront implements Front {
        private final String resource;
        final Pointer pointer;
        final EscapeReport escapes;
        final Set<Handle> shown = ConcurrentHashMap.newKeySet();
        final Set<ScopedTarget> owners = new HashSet<>();
        final List<Offer> dismissed = new ArrayList<>();
        boolean gone;

        private FakeFront(String resource, Pointer pointer, EscapeReport escapes) {
            this.resource = resource;
            this.escapes = escapes;
            this.pointer = pointer;
        }

        @Override
        public String classNamePrefix() {
            return handles.containsKey(resource) ? handles.get(resource).getName() : "front.";
        }

        @Override
        public void prepare(SlotId slot, Collection<Handle> handles) throws Refusal {
            step(Step.FRONT, "prepare the front for " + slot);
        }

        @Override
        public Object cast(Handle handle, Offer.Service service, Outstanding outstanding, Duration deadline) {
            return service.target(handle.shape().scope());
        }

        @Override
        public void dismiss(Offer offer, Duration deadline) throws Refusal {
            if (endsBadly) {
                throw new Refusal("the destroy of a service failed");
            }
            dismissed.add(offer);
        }

        @Override
        public void forgive() {
            // no whiteboard here
        }

        @Override
        public void mirror(Collection<Handle> handles) {
            handles.forEach(handle -> {
                shown.removeIf(other -> other.index() == handle.index());
                shown.add(handle);
            });
        }

        @Override
        public void publish(Collection<Handle> handles) {
            shown.addAll(handles);
        }

        @Override
        public void withdraw(Collection<Handle> handles) {
            shown.removeAll(handles);
        }

        @Override
        public Collection<ScopedTarget> owners() {
            return owners;
        }

        @Override
        public boolean stands() {
            return !gone;
        }

        @Override
        public void restore() {
            gone = false;
        }

        @Override
        public void close() {
            shown.clear();
        }
    }
}
