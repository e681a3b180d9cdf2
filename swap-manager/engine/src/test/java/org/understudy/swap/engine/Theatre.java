package org.understudy.swap.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Tickets;
import org.understudy.resource.Criticality;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.judge.Direction;
import org.understudy.swap.judge.MetricRule;

/** An engine over a {@link FakeHost} in a home of its own, with bundle files made to order and a caller. */
final class Theatre implements AutoCloseable {
    static final CommitPolicy AT_ONCE = CommitPolicy.DEFAULTS.baking(Duration.ZERO);
    static final SwapSettings QUICK = new SwapSettings(
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ZERO,
            AT_ONCE,
            JudgePolicy.DEFAULTS);
    static final String GREETER = "greeter.Greeter";

    final Path home;
    final FakeHost host;
    final FakeProcess process = new FakeProcess();
    final List<SwapEvent> events = new ArrayList<>();
    final SmallDisk disk = new SmallDisk();
    private final Journal journal;
    private boolean ended;
    private final ScheduledThreadPoolExecutor housekeeper = housekeeper();
    final SwapEngine engine;

    private static ScheduledThreadPoolExecutor housekeeper() {
        ScheduledThreadPoolExecutor housekeeper = new ScheduledThreadPoolExecutor(2);
        housekeeper.setRemoveOnCancelPolicy(true);
        return housekeeper;
    }

    /** How much is to be done later. */
    int chores() {
        return housekeeper.getQueue().size();
    }

    /** As quick, with this policy. */
    static SwapSettings quick(CommitPolicy policy) {
        SwapSettings quick = QUICK;
        return new SwapSettings(
                quick.startDeadline(),
                quick.stopDeadline(),
                quick.drainDeadline(),
                quick.linger(),
                quick.holdDeadline(),
                quick.pause(),
                policy,
                quick.judge());
    }

    Theatre(Path home) throws Exception {
        this(home, new FakeHost(), Map.of());
    }

    Theatre(Path home, FakeHost host, Map<String, String> initial) throws Exception {
        this(home, host, initial, QUICK);
    }

    Theatre(Path home, FakeHost host, Map<String, String> initial, SwapSettings settings) throws Exception {
        this(home, host, initial, settings, InstantSource.system());
    }

    Theatre(Path home, FakeHost host, Map<String, String> initial, SwapSettings settings, InstantSource time)
            throws Exception {
        this.home = home;
        this.host = host;
        this.journal = Journal.open(disk.disk(), home.resolve("journal"), time::instant);
        this.engine = new SwapEngine(
                host,
                new ArtifactStore(disk.disk(), home.resolve("store"), Theatre::facts),
                journal,
                Files.createDirectories(home.resolve("versions")),
                settings,
                System::nanoTime,
                time,
                housekeeper,
                event -> {
                    synchronized (events) {
                        events.add(event);
                    }
                },
                () -> process);
        engine.boot(initial);
    }

    static ManifestFacts.Facts facts(Attributes manifest) throws Refusal {
        String name = manifest.getValue("Resource");
        if (name == null) {
            throw new Refusal("it declares no resource");
        }
        return new ManifestFacts.Facts(
                manifest.getValue("Bundle-SymbolicName"),
                VersionNumber.parse(manifest.getValue("Bundle-Version")),
                new ResourceSpec(
                        name,
                        Criticality.valueOf(manifest.getValue("Criticality")),
                        5,
                        Stream.of(manifest.getValue("Contract").split(","))
                                .filter(type -> !type.isEmpty())
                                .toList(),
                        manifest.getValue("Exclusive") == null ? List.of() : List.of(manifest.getValue("Exclusive")),
                        Duration.ZERO,
                        metrics(manifest)));
    }

    private static List<MetricRule> metrics(Attributes manifest) {
        String name = manifest.getValue("Metric");
        return name == null ? List.of() : List.of(new MetricRule(name, Direction.INCREASE, true, true, 0.5));
    }

    /** A version that declares a metric of which more is worse. */
    Path measured(String resource, String version, String metric) {
        scripted(resource, version);
        return jar(
                resource, "bundle." + resource, version, Criticality.VOLATILE, GREETER, "", Map.of("Metric", metric));
    }

    /** A version of a resource that answers with its version. */
    Path version(String resource, String version) {
        return version(resource, version, Criticality.VOLATILE, "");
    }

    Path version(String resource, String version, Criticality criticality, String extra) {
        scripted(resource, version);
        return jar(resource, "bundle." + resource, version, criticality, GREETER, extra);
    }

    private void scripted(String resource, String version) {
        ServiceShape shape = new ServiceShape(List.of(GREETER), "greeter", Map.of(), ServiceShape.Scope.SINGLETON);
        host.scripts.put(
                resource + " " + version, new FakeHost.Script(List.of(shape), (Supplier<String>) () -> version));
    }

    /** A version that does this when it is called. */
    Path version(String resource, String version, Supplier<String> does) {
        Path file = version(resource, version);
        FakeHost.Script script = host.scripts.get(resource + " " + version);
        host.scripts.put(resource + " " + version, new FakeHost.Script(script.shapes(), does));
        return file;
    }

    /** A version that holds something that exists only once. */
    Path exclusive(String resource, String version) {
        scripted(resource, version);
        return jar(
                resource,
                "bundle." + resource,
                version,
                Criticality.VOLATILE,
                GREETER,
                "",
                Map.of("Exclusive", "port 8099"));
    }

    /** A version that declares no contract. */
    Path silent(String resource, String version) {
        return jar(resource, "bundle." + resource, version, Criticality.AUXILIARY, "", "");
    }

    Path jar(
            String resource,
            String symbolicName,
            String version,
            Criticality criticality,
            String contract,
            String extra) {
        return jar(resource, symbolicName, version, criticality, contract, extra, Map.of());
    }

    private Path jar(
            String resource,
            String symbolicName,
            String version,
            Criticality criticality,
            String contract,
            String extra,
            Map<String, String> headers) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", symbolicName);
        main.putValue("Bundle-Version", version);
        main.putValue("Resource", resource);
        main.putValue("Criticality", criticality.name());
        main.putValue("Contract", contract);
        headers.forEach(main::putValue);
        Path file = home.resolve(resource + "-" + version + extra + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(timeless(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            jar.closeEntry();
            jar.putNextEntry(timeless("content" + extra));
            jar.write((resource + version + extra).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same version made twice is the same to the byte. */
    private static ZipEntry timeless(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    Pointer pointer(String resource) {
        return host.fronts.get(resource).pointer;
    }

    /** Calls the resource as a handle does; {@code inside} runs while the call is inside. */
    String call(String resource, Runnable inside) {
        int ticket = Tickets.take();
        Generation generation = pointer(resource).enter(ticket);
        long mark = generation.begin(ticket);
        try {
            @SuppressWarnings("unchecked")
            Supplier<String> service = (Supplier<String>) new SharedTarget(0).in(generation);
            inside.run();
            String answer = service.get();
            generation.leave(ticket, mark);
            return answer;
        } catch (RuntimeException | Error e) {
            generation.fail(ticket, mark, e);
            throw e;
        }
    }

    /** Calls the resource with the version that answers; returns that. */
    String writing(String resource, Consumer<String> write) {
        int ticket = Tickets.take();
        Generation generation = pointer(resource).enter(ticket);
        try {
            @SuppressWarnings("unchecked")
            String version = ((Supplier<String>) new SharedTarget(0).in(generation)).get();
            write.accept(version);
            return version;
        } finally {
            generation.leave(ticket);
        }
    }

    String call(String resource) {
        return call(resource, () -> {});
    }

    /** Calls as nobody may: by the route of a moment ago, without being counted. */
    String callUncounted(String resource, Runnable meanwhile) {
        Generation generation = (Generation) pointer(resource).route();
        meanwhile.run();
        return target(generation).get();
    }

    /** Calls as nobody may: leaves first. */
    String callAfterLeaving(String resource, Runnable meanwhile) {
        int ticket = Tickets.take();
        Generation generation = pointer(resource).enter(ticket);
        generation.leave(ticket);
        meanwhile.run();
        return target(generation).get();
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> target(Generation generation) {
        return (Supplier<String>) new SharedTarget(0).in(generation);
    }

    @Override
    public void close() {
        if (!ended) {
            engine.close();
            end();
        }
    }

    /** Ends as a process does that is killed: nothing is said to the journal any more. */
    void end() {
        ended = true;
        housekeeper.shutdownNow();
        journal.close();
    }
}
