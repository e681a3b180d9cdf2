package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.SharedTarget;
import org.understudy.dispatch.Tickets;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.RealDisk;
import org.understudy.swap.journal.outage.Aftermath;
import org.understudy.swap.journal.outage.ForgetfulDisk;
import org.understudy.swap.journal.outage.PowerFailure;
import org.understudy.swap.monitor.Monitor;

/**
 * An engine on a home whose disk forgets, with a clock that is moved by hand; one process after the other. Everything it
 * does is done on the thread that asks for it, but for what the judge takes back, which is waited for.
 */
final class Playhouse implements AutoCloseable {
    private static final String RETREAT = "understudy: rollback of ";
    private static final SwapSettings SETTINGS = new SwapSettings(
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ZERO,
            CommitPolicy.DEFAULTS.baking(World.BAKE),
            policy());

    private static final HealthProbe UNFIT =
            new HealthProbe("nerves", () -> new HealthProbe.Finding(HealthProbe.Level.UNFIT, "stage fright"), "nerves");

    private final Workshop workshop;
    private final Path folder;
    private FakeHost host;
    private ForgetfulDisk disk;
    private Path root;
    private Diary diary;
    private Journal journal;
    private SwapEngine engine;
    private int homes;
    private String said = "";

    /** Opens an empty house in an empty folder. */
    Playhouse(Workshop workshop, Path folder) throws Exception {
        this.workshop = workshop;
        this.folder = folder;
        this.host = workshop.host();
        this.root = Files.createDirectories(folder.resolve("0"));
        this.disk = new ForgetfulDisk(root);
        start(false);
    }

    /** Without data a volatile version stands, an auxiliary one goes, a critical one is paused. */
    private static JudgePolicy policy() {
        JudgePolicy defaults = JudgePolicy.DEFAULTS;
        Map<Criticality, Undecided> policy = Map.of(
                Criticality.VOLATILE, Undecided.COMMIT,
                Criticality.AUXILIARY, Undecided.ROLL_BACK,
                Criticality.CRITICAL, Undecided.PAUSE);
        return new JudgePolicy(defaults.criteria(), policy, policy, 0, defaults.hang());
    }

    /** Starts a process on the home. */
    void start(boolean cacheLost) throws Exception {
        if (cacheLost) {
            host = workshop.host();
        } else {
            host.forget();
        }
        diary = new Diary(Playhouse::awaitRetreats);
        Path home = root.resolve("home");
        journal = Journal.open(disk, home.resolve("journal"), () -> Instant.EPOCH);
        engine = new SwapEngine(
                host,
                new ArtifactStore(disk, home.resolve("store"), Theatre::facts),
                journal,
                home.resolve("versions"),
                SETTINGS,
                diary::nanos,
                InstantSource.fixed(Instant.EPOCH),
                diary,
                event -> {},
                FakeProcess::new);
        engine.boot(Map.of());
        awaitRetreats();
    }

    /** Ends the process in good order. */
    void stop() {
        engine.close();
        diary.shutdownNow();
        journal.close();
    }

    /** The process ends at once; this is what is found on the disk then. */
    void end(Aftermath aftermath) throws IOException {
        die();
        Path left = Files.createDirectories(folder.resolve(String.valueOf(++homes)));
        disk.leave(aftermath, new RealDisk(), left);
        root = left;
        disk = new ForgetfulDisk(root);
    }

    private void die() {
        awaitRetreats();
        diary.shutdownNow();
        ((Monitor) engine.monitor()).close();
        journal.close();
    }

    @Override
    public void close() {
        die();
    }

    SwapEngine engine() {
        return engine;
    }

    FakeHost host() {
        return host;
    }

    Candidate candidate(String resource, String version) {
        return workshop.candidate(resource, version);
    }

    /** Performs an act; one about a resource that is not known is refused. */
    boolean perform(Act act) throws Exception {
        said = "";
        try {
            return act.perform(this);
        } catch (UnknownResourceException e) {
            said = e.getMessage();
            return false;
        }
    }

    /** Performs it as far as the power lasts; returns whether it was done until then. */
    boolean untilPowerFails(Act act) throws Exception {
        try {
            return perform(act) && !disk.isOff();
        } catch (PowerFailure e) {
            said = e.getMessage();
            return false;
        }
    }

    boolean swapped(SwapResult result) {
        says(result);
        return result.flipped();
    }

    void says(Object result) {
        said = result.toString();
    }

    /** What the engine said last. */
    String said() {
        return said;
    }

    void pass(Duration time) {
        diary.pass(time.toNanos());
    }

    /** What waits in the free slot. */
    Optional<String> staged(String resource) {
        return slots(resource).stream()
                .filter(slot -> !slot.active())
                .filter(slot -> slot.state() == SlotState.STAGED || slot.state() == SlotState.READY)
                .findFirst()
                .flatMap(SlotStatus::version)
                .filter(version -> activeVersion(resource).isPresent() || slotA(resource));
    }

    /** As long as nothing is on stage the next version comes into slot A. */
    private boolean slotA(String resource) {
        return slots(resource).get(0).version().isPresent();
    }

    private List<SlotStatus> slots(String resource) {
        return known(resource) ? engine.slots(resource) : List.of();
    }

    private boolean known(String resource) {
        return engine.resources().stream().anyMatch(status -> status.name().equals(resource));
    }

    private Optional<String> activeVersion(String resource) {
        return known(resource) ? engine.resource(resource).activeVersion() : Optional.empty();
    }

    String activeLabel(String resource) {
        return Workshop.label(resource, activeVersion(resource).orElse("none"));
    }

    /** Has the framework fail from now on. */
    void fails(Trouble.Fault fault) {
        switch (fault) {
            case HANG -> host.hangAtStart();
            case UNFIT ->
                workshop.labels()
                        .forEach(label -> host.instruments.put(label, new Instruments(List.of(UNFIT), List.of())));
            default -> host.failAt(FakeHost.Step.valueOf(fault.name()));
        }
    }

    /** Has it work again. */
    void works() {
        host.work();
        host.instruments.clear();
    }

    void breaks(String label) {
        host.broken.add(label);
    }

    void breaksNothing() {
        host.broken.clear();
    }

    /** Has the disk fail at the next but so many steps, or from there on. */
    void diskFails(int step, boolean once) {
        int bad = disk.steps() + step;
        disk.failing(each -> once ? each == bad : each >= bad);
    }

    /** Asks for what is refused and written down. */
    void askForNothing() {
        engine.swap(Workshop.RESOURCES.get(0), Candidate.file(folder.resolve("nothing.jar")));
    }

    void diskWorks() {
        disk.failing(step -> false);
    }

    void powerOff(int step) {
        disk.offBefore(disk.steps() + step);
    }

    /** Has a call into what is on stage end in an error, and waits until the judge has taken back what is on trial. */
    void sicken(String resource, Duration moment) {
        String label = activeLabel(resource);
        boolean onTrial =
                known(resource) && engine.resource(resource).provisional().isPresent();
        workshop.sick(label, true);
        try {
            call(resource);
        } catch (StackOverflowError | RuntimeException e) {
            said = e.toString();
        } finally {
            workshop.sick(label, false);
        }
        if (onTrial) {
            diary.pass(moment.toNanos());
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> engine.resource(resource).provisional().isEmpty());
            awaitRetreats();
        }
    }

    /** What a call of the resource answers. */
    String call(String resource) {
        int ticket = Tickets.take();
        Generation generation = host.fronts.get(resource).pointer.enter(ticket);
        long mark = generation.begin(ticket);
        try {
            Object answer = ((Supplier<?>) new SharedTarget(0).in(generation)).get();
            generation.leave(ticket, mark);
            return answer.toString();
        } catch (RuntimeException | Error e) {
            generation.fail(ticket, mark, e);
            throw e;
        }
    }

    /** The journal as a process would find it that starts now. */
    Recollected recollected() throws IOException {
        return Recollected.of(root.resolve("home/journal"), workshop);
    }

    boolean stores(String digest) {
        return Files.isRegularFile(root.resolve("home/store").resolve(digest + ".jar"));
    }

    private static void awaitRetreats() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(RETREAT))
                .forEach(thread -> {
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("interrupted while the judge took something back", e);
                    }
                });
    }
}
