package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.swap.Candidate;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.journal.Disk;
import org.understudy.swap.journal.Journal;
import org.understudy.swap.journal.JournalException;
import org.understudy.swap.journal.RealDisk;
import org.understudy.swap.journal.outage.Aftermath;
import org.understudy.swap.journal.outage.Aftermath.Bytes;
import org.understudy.swap.journal.outage.Aftermath.Names;
import org.understudy.swap.journal.outage.ForgetfulDisk;
import org.understudy.swap.journal.outage.PowerFailure;

/**
 * Journal and artifacts together: the power goes off before every step on the disk while versions are swapped, committed
 * and rolled back, and the framework's own cache is lost with it. The next start brings up the version that was
 * committed last, or, if the power went off meanwhile, the one before or after.
 */
class HomeOutageTest {
    private static final List<Aftermath> AFTERMATHS = List.of(
            new Aftermath(Names.NONE, Bytes.NONE, 0),
            new Aftermath(Names.ALL, Bytes.ALL, 0),
            new Aftermath(Names.ALL, Bytes.TORN, 0),
            new Aftermath(Names.ANY, Bytes.ANY, 1),
            new Aftermath(Names.ANY, Bytes.ANY, 2));

    @TempDir
    Path folder;

    private final Map<String, Path> files = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private Theatre workshop;
    private int homes;

    @BeforeEach
    void makeVersions() throws Exception {
        workshop = new Theatre(Files.createDirectories(folder.resolve("workshop")));
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            files.put(version, workshop.version("theme", version));
        }
    }

    @AfterEach
    void close() {
        runs.forEach(Run::end);
        workshop.close();
    }

    /** A process on a home, whose framework knows nothing of an earlier one. */
    private final class Run {
        private final ScheduledExecutorService housekeeper = Executors.newScheduledThreadPool(2);
        private final Journal journal;
        private final SwapEngine engine;

        Run(Disk disk, Path home) throws IOException, JournalException, Refusal {
            runs.add(this);
            FakeHost host = new FakeHost();
            host.scripts.putAll(workshop.host.scripts);
            journal = Journal.open(disk, home.resolve("journal"), () -> Instant.EPOCH);
            engine = new SwapEngine(
                    host,
                    new ArtifactStore(disk, home.resolve("store"), Theatre::facts),
                    journal,
                    Files.createDirectories(home.resolve("versions")),
                    Theatre.QUICK,
                    System::nanoTime,
                    InstantSource.system(),
                    housekeeper,
                    event -> {},
                    FakeProcess::new);
            engine.boot(Map.of());
        }

        Optional<String> active() {
            return engine.resources().stream()
                    .filter(resource -> resource.state() != ResourceStatus.State.DOWN)
                    .findFirst()
                    .flatMap(ResourceStatus::activeVersion);
        }

        void end() {
            housekeeper.shutdownNow();
        }
    }

    /** Which versions may be found on stage: one, or two while something is under way. */
    private static final class Expected {
        private Set<Optional<String>> versions = Set.of(Optional.empty());

        void begin(String next) {
            versions = versions.contains(Optional.of(next))
                    ? versions
                    : Set.of(versions.iterator().next(), Optional.of(next));
        }

        void done(String version) {
            versions = Set.of(Optional.of(version));
        }
    }

    private void play(ForgetfulDisk disk, Path home, Expected expected) throws Exception {
        Run run = new Run(disk, home);
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
            expected.begin(version);
            run.engine.swap("theme", Candidate.file(files.get(version)));
            committed(run, disk, version, expected);
        }
        expected.begin("1.1.0");
        run.engine.rollback("theme", "admin", "it was better");
        committed(run, disk, "1.1.0", expected);
        run.engine.close();
    }

    /** Waits for the housekeeper, who commits. */
    private static void committed(Run run, ForgetfulDisk disk, String version, Expected expected) {
        await().until(() -> disk.isOff()
                || run.engine.resource("theme").state() == ResourceStatus.State.ACTIVE
                        && run.engine.resource("theme").provisional().isEmpty());
        if (disk.isOff()) {
            throw new PowerFailure("the commit");
        }
        assertEquals(Optional.of(version), run.active());
        expected.done(version);
    }

    private ForgetfulDisk act(int off, Predicate<String> ignored, Expected expected) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home" + ++homes));
        ForgetfulDisk disk = new ForgetfulDisk(home).offBefore(off).ignoring(ignored);
        try {
            play(disk, home.resolve("home"), expected);
        } catch (PowerFailure e) {
            // as it was to be
        }
        return disk;
    }

    /** The first thing that is not as promised, where forces from certain places are ignored. */
    private Optional<String> firstComplaint(Predicate<String> ignored) throws Exception {
        int steps = act(0, ignored, new Expected()).steps();
        assertTrue(steps > 30, "steps: " + steps);
        for (int step = 1; step <= steps; step++) {
            Expected expected = new Expected();
            ForgetfulDisk disk = act(step, ignored, expected);
            for (Aftermath aftermath : AFTERMATHS) {
                Optional<String> found = afterwards(disk, aftermath);
                if (!expected.versions.contains(found)) {
                    return Optional.of(
                            "step " + step + ", " + aftermath + ": " + found + " instead of " + expected.versions);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> afterwards(ForgetfulDisk disk, Aftermath aftermath) throws Exception {
        Path left = Files.createDirectory(folder.resolve("home" + ++homes));
        disk.leave(aftermath, new RealDisk(), left);
        Run next = new Run(new ForgetfulDisk(left), left.resolve("home"));
        try {
            return next.active();
        } finally {
            next.end();
        }
    }

    @Test
    void theVersionThatWasCommittedLastIsThereAfterAPowerLossAtAnyStep() throws Exception {
        assertEquals(Optional.empty(), firstComplaint(site -> false));
    }

    @Test
    void itIsNotThereIfTheJournalOrTheStoreIsNotForced() throws Exception {
        assertTrue(firstComplaint(site -> site.startsWith("Present.append")).isPresent());
        assertTrue(firstComplaint(site -> site.startsWith("ArtifactStore.copy")).isPresent());
    }

    /** Each line in turn, the first and the last one too. The framework's cache is lost as well. */
    @Test
    void aDamagedLineOfTheJournalKeepsNoHomeFromStarting() throws Exception {
        ForgetfulDisk disk = act(0, site -> false, new Expected());
        Path journal = folder.resolve("home" + homes).resolve("home/journal/000000000001.log");
        byte[] sound = Files.readAllBytes(journal);
        for (int at = 12; at < sound.length; at = lineAfter(sound, at) + 12) {
            Path left = Files.createDirectory(folder.resolve("home" + ++homes));
            disk.leave(AFTERMATHS.get(1), new RealDisk(), left);
            byte[] damaged = sound.clone();
            damaged[at] ^= 1;
            Files.write(left.resolve("home/journal/000000000001.log"), damaged);

            Run next = new Run(new RealDisk(), left.resolve("home"));
            Run another = new Run(new RealDisk(), left.resolve("home"));

            assertTrue(files.containsKey(next.active().orElse("nothing")), "byte " + at + ": " + next.active());
            assertEquals(next.active(), another.active());
            assertTrue(!next.journal.findings().isEmpty(), "byte " + at);
            assertEquals(List.of(), another.journal.findings());
            next.end();
            another.end();
        }
    }

    private static int lineAfter(byte[] text, int at) {
        int next = at;
        while (text[next] != '\n') {
            next++;
        }
        return next + 1;
    }
}
