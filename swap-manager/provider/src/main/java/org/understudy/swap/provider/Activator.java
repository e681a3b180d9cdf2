package org.understudy.swap.provider;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.understudy.doctor.Doctor;
import org.understudy.monitor.RuntimeMonitor;
import org.understudy.resource.DataFolder;
import org.understudy.swap.Pinning;
import org.understudy.swap.SwapManager;
import org.understudy.swap.engine.ArtifactStore;
import org.understudy.swap.engine.Premises;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.SwapEngine;
import org.understudy.swap.journal.Disk;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.JournalException;
import org.understudy.swap.journal.RealDisk;
import org.understudy.swap.monitor.Host;
import org.understudy.swap.monitor.JvmSignals;

/**
 * Puts the swap-manager up: hooks first, then the slots that an earlier run has left, then the service. It is an
 * activator and no component, because every handle must stand when the start level of the consumers begins.
 */
public final class Activator implements BundleActivator {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public void start(BundleContext context) throws BundleException {
        SwapProperties properties = SwapProperties.of(context);
        try {
            Roles roles = new Roles(context);
            Originals originals = new Originals(context);
            undo.push(originals::close);
            Hiding hiding = new Hiding(roles, originals, context);
            SlotCollisions collisions = new SlotCollisions();
            register(context, FindHook.class, hiding);
            register(context, EventListenerHook.class, hiding);
            register(context, CollisionHook.class, collisions);

            ClassWarmUp warmUp = new ClassWarmUp(roles);
            register(context, WeavingHook.class, warmUp);

            Components components = new Components(context);
            undo.push(components::close);
            ConfigurationReach configurations = new ConfigurationReach(context, components);
            undo.push(configurations::close);
            Listeners listeners = new Listeners(context);
            undo.push(listeners::close);
            SlotRecords records =
                    new SlotRecords(context.getDataFile("slots.properties").toPath());
            BundleWriter writer = new BundleWriter(context, roles, records, collisions);
            DataFolders folders =
                    new DataFolders(roles, new DataRoot(properties.home().resolve("data")));
            register(context, DataFolder.class, folders);
            SlotBundles bundles = new SlotBundles(context, roles);
            FrameworkHost host = new FrameworkHost(
                    context,
                    roles,
                    bundles,
                    writer,
                    records,
                    new OfferCollector(context, components),
                    configurations,
                    warmUp,
                    folders);
            ScheduledExecutorService housekeeper = housekeeper();
            undo.push(housekeeper::shutdownNow);
            HaltingPoint halting = HaltingPoint.of(context);
            Disk disk = halting.on(new RealDisk());
            Journal journal = Journal.open(disk, properties.home().resolve("journal"), InstantSource.system()::instant);
            undo.push(journal::close);
            SwapEngine engine = new SwapEngine(
                    halting.on(host),
                    new ArtifactStore(disk, properties.home().resolve("store"), new FelixManifestFacts()),
                    journal,
                    properties.versions(),
                    properties.settings(),
                    System::nanoTime,
                    InstantSource.system(),
                    housekeeper,
                    listeners,
                    () -> new JvmSignals(Host.of(properties.home(), System::nanoTime), System::nanoTime));
            undo.push(engine::close);
            engine.boot(properties.initial());
            host.sweep();
            Disturbances disturbances = new Disturbances(context, roles, bundles, engine);
            undo.push(disturbances::close);
            register(context, SwapManager.class, engine);
            register(context, Pinning.class, engine.pinning());
            register(context, RuntimeMonitor.class, engine.monitor());
            register(
                    context,
                    Doctor.class,
                    engine.doctor(new Premises(
                            disk, properties.home(), properties.home().toFile()::getUsableSpace)));
        } catch (Refusal | JournalException | IOException e) {
            stop(context);
            throw new BundleException("the swap-manager does not start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            stop(context);
            throw e;
        }
    }

    private <S> void register(BundleContext context, Class<S> type, S service) {
        withdrawnAtTheEnd(context.registerService(type, service, null));
    }

    private <S> void register(BundleContext context, Class<S> type, ServiceFactory<S> factory) {
        withdrawnAtTheEnd(context.registerService(type, factory, null));
    }

    private void withdrawnAtTheEnd(ServiceRegistration<?> registration) {
        undo.push(registration::unregister);
    }

    private static ScheduledExecutorService housekeeper() {
        ScheduledThreadPoolExecutor housekeeper = new ScheduledThreadPoolExecutor(2, work -> {
            Thread thread = new Thread(work, "understudy: housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        housekeeper.setRemoveOnCancelPolicy(true);
        return housekeeper;
    }

    /** Slots first, hooks last: nothing of a slot is ever seen raw. */
    @Override
    public void stop(BundleContext context) {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
