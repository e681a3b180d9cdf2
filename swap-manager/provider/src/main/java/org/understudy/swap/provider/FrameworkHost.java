package org.understudy.swap.provider;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.dispatch.Pointer;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotState;
import org.understudy.swap.engine.Artifact;
import org.understudy.swap.engine.EscapeReport;
import org.understudy.swap.engine.Front;
import org.understudy.swap.engine.Host;
import org.understudy.swap.engine.Offer;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;
import org.understudy.swap.engine.SlotId;
import org.understudy.swap.engine.StateFormats;
import org.understudy.swap.engine.Tenant;

/** The OSGi framework as a host of slots. */
final class FrameworkHost implements Host {
    private final BundleContext context;
    private final Roles roles;
    private final SlotBundles bundles;
    private final BundleWriter writer;
    private final SlotRecords records;
    private final OfferCollector collector;
    private final ConfigurationReach configurations;
    private final ClassWarmUp warmUp;
    private final DataFolders folders;
    private final Markers markers;
    private final StageConditions stage;
    private final ServiceHolders holders;
    private final Tenants tenants;

    FrameworkHost(
            BundleContext context,
            Roles roles,
            SlotBundles bundles,
            BundleWriter writer,
            SlotRecords records,
            OfferCollector collector,
            ConfigurationReach configurations,
            ClassWarmUp warmUp,
            DataFolders folders) {
        this.context = context;
        this.roles = roles;
        this.bundles = bundles;
        this.writer = writer;
        this.records = records;
        this.collector = collector;
        this.configurations = configurations;
        this.warmUp = warmUp;
        this.folders = folders;
        this.markers = new Markers(context);
        this.stage = new StageConditions(context);
        this.holders = new ServiceHolders(context);
        this.tenants = new Tenants(context, roles, bundles);
    }

    /** Uninstalls what earlier runs have left and nobody uses: slots that hung, fronts of contracts that are gone. */
    void sweep() {
        tenants.sweep();
    }

    @Override
    public Optional<String> content(SlotId slot) {
        return Optional.ofNullable(bundles.find(slot)).flatMap(records::content);
    }

    @Override
    public List<Tenant> tenants() {
        return tenants.all();
    }

    @Override
    public void evict(String location, Duration deadline) throws Refusal {
        tenants.evict(location, deadline);
    }

    @Override
    public List<Path> copies(SlotId slot) {
        return Optional.ofNullable(bundles.find(slot)).map(CachedCopies::of).orElse(List.of());
    }

    @Override
    public Map<SlotId, Integer> ranks() {
        return markers.ranks();
    }

    @Override
    public long bundleId(SlotId slot) {
        return bundles.id(slot);
    }

    @Override
    public void write(SlotId slot, Artifact artifact) throws Refusal {
        roles.show(
                writer.write(bundles.location(slot), artifact.digest(), () -> Files.newInputStream(artifact.file())),
                false);
    }

    @Override
    public void resolve(SlotId slot, Artifact artifact) throws Refusal {
        Bundle bundle = bundles.present(slot);
        if (!bundle.adapt(BundleRevision.class)
                .getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE)
                .isEmpty()) {
            throw new Refusal(
                    artifact.label()
                            + " exports packages, to which others would be wired and be restarted with it: move what is shared into an API bundle");
        }
        writer.resolve(bundle);
        for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
            if (roles.of(wire.getProvider().getBundle()) instanceof Role.Slot other
                    && !other.slot().equals(slot)) {
                throw new Refusal(artifact.label() + " is wired to slot " + other.slot()
                        + ", with which it would be restarted: declare that need with effective:=active");
            }
        }
    }

    @Override
    public List<ServiceShape> declared(Artifact artifact) throws Refusal {
        return DeclaredServices.in(artifact.file());
    }

    @Override
    public Optional<StateFormats> declaredState(Artifact artifact) throws Refusal {
        return DeclaredServices.stateIn(artifact.file());
    }

    @Override
    public <T> T within(String what, Duration deadline, String consequence, Callable<T> work) throws Refusal {
        return Worker.run(what, deadline, consequence, work);
    }

    @Override
    public Offer start(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal {
        Bundle bundle = bundles.present(slot);
        writer.awaitRefreshes();
        return roles.byUs(bundle, () -> {
            Worker.run("the start of " + artifact.label(), deadline, () -> {
                stage.leave(slot); // nobody listens: the bundle is not running
                folders.check(bundle, slot.resource());
                bundle.start(Bundle.START_TRANSIENT);
                configurations.widen(bundle);
                warmUp.warm(bundle);
                return null;
            });
            return collect(slot, artifact, deadline, patience);
        });
    }

    @Override
    public Offer collect(SlotId slot, Artifact artifact, Duration deadline, Duration patience) throws Refusal {
        Bundle bundle = bundles.present(slot);
        Duration waiting = patience.compareTo(deadline) < 0
                ? patience
                : deadline.multipliedBy(9).dividedBy(10);
        return Worker.run(
                "getting the services of " + artifact.label(), deadline, () -> collector.collect(bundle, waiting));
    }

    @Override
    public Offer present(SlotId slot, Artifact artifact, Duration deadline) throws Refusal {
        Bundle bundle = bundles.present(slot);
        return Worker.run("getting the services of " + artifact.label(), deadline, () -> collector.present(bundle));
    }

    @Override
    public boolean running(SlotId slot) {
        Bundle bundle = bundles.find(slot);
        return bundle != null && bundle.getState() == Bundle.ACTIVE;
    }

    @Override
    public boolean offers(SlotId slot, Offer offer) {
        return running(slot) && OfferCollector.stands(offer);
    }

    @Override
    public Optional<ClassLoader> loader(SlotId slot) {
        return Optional.ofNullable(bundles.find(slot))
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .map(BundleWiring::getClassLoader);
    }

    @Override
    public void stop(SlotId slot, Offer offer, Duration deadline) throws Refusal {
        Bundle bundle = bundles.find(slot);
        if (bundle == null || bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED) {
            stage.leave(slot);
            return;
        }
        roles.byUs(
                bundle,
                () -> Worker.run("the stop of slot " + slot, deadline, () -> {
                    collector.giveBack(offer);
                    stage.leave(slot);
                    bundle.stop(Bundle.STOP_TRANSIENT);
                    return null;
                }));
    }

    @Override
    public void show(SlotId slot, boolean raw) throws Refusal {
        roles.show(bundles.present(slot), raw);
    }

    @Override
    public void unload(SlotId slot) throws Refusal {
        Bundle bundle = bundles.find(slot);
        if (bundle != null && bundle.getState() == Bundle.RESOLVED) {
            writer.refresh(bundle);
        }
    }

    @Override
    public void abandon(SlotId slot) {
        bundles.abandon(slot);
    }

    @Override
    public void enterStage(SlotId slot, Duration deadline) throws Refusal {
        Bundle bundle = bundles.present(slot);
        Worker.run("telling slot " + slot + " that it is on stage", deadline, "it answers all the same", () -> {
            stage.enter(slot, bundle);
            return null;
        });
    }

    @Override
    public void leaveStage(SlotId slot, Duration deadline) throws Refusal {
        if (stage.onStage(slot)) {
            Worker.run(
                    "telling slot " + slot + " that it is no longer on stage",
                    deadline,
                    "its work in the background goes on",
                    () -> {
                        stage.leave(slot);
                        return null;
                    });
        }
    }

    @Override
    public int ownFiles(SlotId slot) {
        Bundle bundle = bundles.find(slot);
        File area = bundle == null ? null : bundle.getDataFile("");
        try {
            return area == null ? 0 : OwnFiles.count(area.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("the files of slot " + slot + " could not be counted", e);
        }
    }

    @Override
    public List<Holder> servicesOf(ClassLoader loader) {
        return holders.of(loader);
    }

    @Override
    public String bundleOf(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle == null ? "the Java platform or the class path" : bundle.getSymbolicName();
    }

    /** While the framework refreshes the swap-manager itself, it lets no other thread start a bundle. */
    @Override
    public int hands() {
        return Refreshing.here() ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void mark(SlotId slot, String version, SlotState state) {
        markers.mark(slot, version, state);
    }

    @Override
    public void raise(SlotId slot, String version, int rank) {
        markers.raise(slot, version, rank);
    }

    @Override
    public void unmark(SlotId slot) {
        markers.unmark(slot);
    }

    @Override
    public Front front(String resource, Pointer pointer, EscapeReport escapes) {
        return new BundleFront(
                resource,
                pointer,
                escapes,
                bundles::find,
                (role, classes) -> {
                    tenants.uses(role);
                    return new FrontPart(role, classes, context, writer, records, roles);
                },
                new Claims(context, roles));
    }
}
