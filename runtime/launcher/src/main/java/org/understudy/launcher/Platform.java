package org.understudy.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.util.tracker.ServiceTracker;

/** The framework of one run with the shipped bundles in it. */
final class Platform {
    private static final int APPLICATION_LEVEL = 5;

    private final Framework framework;
    private final Map<PlatformBundle, Bundle> bundles;
    private final Map<Long, Throwable> failures = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> booted = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private Platform(Framework framework, Inventory inventory) throws LaunchException, BundleException {
        this.framework = framework;
        framework.init();
        framework.getBundleContext().addFrameworkListener(this::record);
        framework.getBundleContext().addBundleListener((SynchronousBundleListener) this::stopping);
        // A bundle that a user installs is a consumer: it must not be started before the swap-manager at the next
        // start.
        framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(APPLICATION_LEVEL);
        this.bundles = inventory.apply(framework.getBundleContext());
    }

    /** Initialises a framework and brings its shipped bundles up to date. Nothing is started yet. */
    static Platform prepare(Map<String, String> properties, Inventory inventory) throws LaunchException {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> LaunchException.failed(
                        "no OSGi framework beside the launcher's jar; build or unpack this installation again"));
        Framework framework = factory.newFramework(properties);
        try {
            return new Platform(framework, inventory);
        } catch (BundleException e) {
            throw LaunchException.failed(
                    "the framework cannot be initialised: " + Reason.of(e)
                            + "; see that it can write to the home's 'cache' folder, or remove that if it is damaged",
                    e);
        }
    }

    /** Starts the framework and waits until every shipped bundle is active; otherwise tells which is not and why. */
    void boot(Duration timeout) throws LaunchException {
        // The start runs the bundles' activators one by one and returns when the last has: it may hang with one of
        // them.
        daemon("understudy-boot", () -> {
            framework.start();
            booted.complete(null);
        });
        try {
            booted.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw LaunchException.failed(
                    "not everything is active after " + timeout.toSeconds() + " s\n" + idle() + "see the log", e);
        } catch (ExecutionException e) {
            throw LaunchException.failed(Reason.of(e) + "\n" + idle() + "see the log", e);
        } catch (InterruptedException e) {
            throw LaunchException.failed("interrupted during the start", e);
        }
        daemon("understudy-end", () -> {
            FrameworkEvent end;
            do {
                end = framework.waitForStop(0);
            } while (end.getType() == FrameworkEvent.STOPPED_UPDATE);
            stopped.complete(null);
        });
        String idle = idle();
        if (!idle.isEmpty()) {
            throw LaunchException.failed("not everything could be started\n" + idle + "see the log");
        }
    }

    /** Completes when the framework has stopped, whoever stopped it. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    /**
     * A service of the bundles, waited for.
     *
     * @param role the value of its property {@code understudy.role}
     */
    <S> S service(Class<S> type, String role, Duration timeout) throws LaunchException {
        BundleContext context = framework.getBundleContext();
        try {
            Filter filter = context.createFilter(
                    "(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")(understudy.role=" + role + "))");
            ServiceTracker<S, S> tracker = new ServiceTracker<>(context, filter, null);
            tracker.open();
            try {
                S service = tracker.waitForService(timeout.toMillis());
                if (service != null) {
                    return service;
                }
            } finally {
                tracker.close();
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(role, e);
        } catch (InterruptedException e) {
            throw LaunchException.failed("interrupted while waiting for the service '" + role + "'", e);
        }
        throw LaunchException.failed("no bundle offers the service '" + role + "' after " + timeout.toSeconds()
                + " s; see the log for the bundle that should");
    }

    /** Stops everything. False when that takes longer than it may: the process is then to be halted. */
    boolean stop(Duration deadline) {
        try {
            framework.stop();
            return framework.waitForStop(deadline.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (BundleException | InterruptedException e) {
            return false;
        }
    }

    /** The shipped bundles that are not active, one a line with the reason; empty when all are. */
    String idle() {
        List<String> lines = new ArrayList<>();
        bundles.forEach((shipped, bundle) -> {
            if (!isActive(bundle)) {
                Throwable failure = failures.get(bundle.getBundleId());
                lines.add("  " + bundle.getSymbolicName() + " " + bundle.getVersion() + " (" + shipped.location()
                        + ") is " + state(bundle) + (failure == null ? "" : ": " + Reason.of(failure)) + "\n");
            }
        });
        lines.sort(Comparator.naturalOrder());
        return String.join("", lines);
    }

    private static boolean isActive(Bundle bundle) {
        int state = bundle.getState();
        boolean lazy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
        return state == Bundle.ACTIVE
                || state == Bundle.STARTING && lazy
                || state == Bundle.RESOLVED && Inventory.isFragment(bundle);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.UNINSTALLED -> "uninstalled";
            case Bundle.INSTALLED -> "not resolved";
            case Bundle.RESOLVED -> "not started";
            case Bundle.STARTING -> "still starting";
            case Bundle.STOPPING -> "stopping";
            default -> "active";
        };
    }

    /** Events come in order: with STARTED, every failure of the start has been told. */
    private void record(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            booted.complete(null);
        } else if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            failures.put(event.getBundle().getBundleId(), event.getThrowable());
        }
    }

    private void stopping(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
            booted.completeExceptionally(new IllegalStateException("the framework was stopped during the start"));
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private void daemon(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (Exception e) {
                        booted.completeExceptionally(e);
                        stopped.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
