package org.understudy.bench.stage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The process that a benchmark plays in: a framework with the shipped bundles as far as they are needed, resources of
 * Newsroom (store, theme and feed unless {@code understudy.initial} says otherwise), and an actor. Arguments: the
 * distribution, the home; the system properties that begin with {@code understudy.} go into the framework. Without
 * {@value #ACTOR} there is no actor.
 */
public final class Stage {
    private static final String PROVIDER = "org.understudy.swap.provider";
    /** The property that names the jar of the actor. */
    static final String ACTOR = "understudy.stage.actor";

    private static final String ACTOR_LOCATION = "boot:actor";
    private static final int ACTOR_LEVEL = 5;
    /** Of the platform, what the swap-manager, its log and the three resources need. */
    private static final List<String> PLATFORM = List.of(
            "org.apache.felix.scr",
            "org.apache.felix.configadmin",
            "org.apache.felix.eventadmin",
            "org.osgi.service.component",
            "org.osgi.util.",
            "jackson-",
            "com.fasterxml",
            "org.understudy.api",
            "org.understudy.dispatch");

    private final Path distribution;
    private final Map<String, Integer> levels = new HashMap<>();
    private volatile long recoveryBegan;
    private volatile long recoveryBeganCpu;

    private Stage(Path distribution) {
        this.distribution = distribution;
    }

    /** Runs until the framework is stopped, or the process killed. */
    public static void main(String[] arguments) throws Exception {
        new Stage(Path.of(arguments[0])).run(Path.of(arguments[1]));
    }

    private void run(Path home) throws IOException, BundleException, InterruptedException {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().forEach((key, value) -> {
            if (key.toString().startsWith("understudy.")) {
                properties.put(key.toString(), value.toString());
            }
        });
        properties.put(Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(ACTOR_LEVEL));
        properties.put("felix.cm.dir", home.resolve("state/config").toString());
        properties.put("understudy.home", home.toString());
        properties.putIfAbsent(
                "understudy.versions", distribution.resolve("newsroom/versions").toString());
        properties.putIfAbsent("understudy.initial", "store=1.0.0,theme=1.0.0,feed=1.0.0");
        Framework framework = new FrameworkFactory().newFramework(properties);
        framework.init();
        framework.getBundleContext().addBundleListener((SynchronousBundleListener) this::time);
        framework.getBundleContext().addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.ERROR) {
                System.out.println("trouble " + event.getBundle() + ": " + event.getThrowable());
            }
        });
        install(framework.getBundleContext());
        framework.start();
        System.out.println("booted " + ManagementFactory.getRuntimeMXBean().getUptime());
        framework.waitForStop(0);
        System.out.println("stopped");
        System.exit(0);
    }

    private void time(BundleEvent event) {
        if (!PROVIDER.equals(event.getBundle().getSymbolicName())) {
            return;
        }
        if (event.getType() == BundleEvent.STARTING) {
            recoveryBegan = System.nanoTime();
            recoveryBeganCpu = cpuNanos();
        } else if (event.getType() == BundleEvent.STARTED) {
            System.out.println("recovered " + (System.nanoTime() - recoveryBegan) / 1_000_000);
            System.out.println("recoveredCpu " + (cpuNanos() - recoveryBeganCpu) / 1_000_000);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void install(BundleContext context) throws IOException, BundleException {
        Map<String, Path> wanted = new HashMap<>();
        add(wanted, "bundles/1", List.of(""), 1);
        add(wanted, "bundles/2", PLATFORM, 2);
        add(wanted, "newsroom/bundles/2", List.of(""), 2);
        add(wanted, "bundles/3", List.of(PROVIDER), 3);
        for (Map.Entry<String, Path> each : wanted.entrySet()) {
            install(context, each.getKey(), each.getValue());
            start(context.getBundle(each.getKey()), levels.get(each.getKey()));
        }
        String actor = System.getProperty(ACTOR);
        if (actor != null) {
            install(context, ACTOR_LOCATION, Path.of(actor));
            start(context.getBundle(ACTOR_LOCATION), ACTOR_LEVEL);
        }
    }

    private static void install(BundleContext context, String location, Path file) throws IOException, BundleException {
        if (context.getBundle(location) == null) {
            try (InputStream in = Files.newInputStream(file)) {
                context.installBundle(location, in);
            }
        }
    }

    private void add(Map<String, Path> wanted, String folder, List<String> names, int level) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(distribution.resolve(folder))) {
            files.filter(file -> names.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .forEach(found::add);
        }
        for (Path file : found) {
            String location = "boot:" + file.getFileName();
            wanted.put(location, file);
            levels.put(location, level);
        }
    }

    private static void start(Bundle bundle, int level) throws BundleException {
        bundle.adapt(BundleStartLevel.class).setStartLevel(level);
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }
}
