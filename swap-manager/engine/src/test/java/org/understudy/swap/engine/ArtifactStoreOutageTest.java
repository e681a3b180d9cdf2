package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.resource.Criticality;
import org.understudy.swap.journal.RealDisk;
import org.understudy.swap.journal.outage.Aftermath;
import org.understudy.swap.journal.outage.ForgetfulDisk;
import org.understudy.swap.journal.outage.Kill;
import org.understudy.swap.journal.outage.PowerFailure;

/**
 * Lets the power go off before every step of an artifact store's life: what was admitted is there, byte for byte, and
 * what bears a digest has it. Every force of the store is needed for that: a disk that ignores just one of them breaks
 * it.
 */
class ArtifactStoreOutageTest {
    @TempDir
    Path folder;

    private Path one;
    private Path two;
    private int homes;

    @BeforeEach
    void makeBundles() throws Exception {
        try (Theatre theatre = new Theatre(Files.createDirectories(folder.resolve("theatre")))) {
            one = theatre.jar("theme", "bundle.theme", "1.0.0", Criticality.VOLATILE, Theatre.GREETER, "");
            two = theatre.jar("theme", "bundle.theme", "1.1.0", Criticality.VOLATILE, Theatre.GREETER, "");
        }
    }

    /** What a store has promised. */
    private static final class Promises {
        final Set<String> admitted = new HashSet<>();
        boolean opened;
    }

    /** What a process does with a store. */
    private interface Play {
        void run(ForgetfulDisk disk, Path store, Promises promises) throws IOException, Refusal;
    }

    private void life(ForgetfulDisk disk, Path place, Promises promises) throws IOException, Refusal {
        ArtifactStore store = new ArtifactStore(disk, place, Theatre::facts);
        promises.opened = true;
        promises.admitted.add(store.admit(one).digest());
        Artifact second = store.admit(two);
        promises.admitted.add(second.digest());
        promises.admitted.add(store.admit(one).digest());
        store.release(second);
        promises.admitted.remove(second.digest());
        store.keepOnly(() -> promises.admitted);
        promises.admitted.add(store.admit(two).digest());
    }

    private Play killedBefore(int step) {
        return (disk, place, promises) -> {
            try {
                life(disk.killedBefore(step), place, promises);
            } catch (Kill killed) {
                life(disk, place, promises);
            }
        };
    }

    private ForgetfulDisk act(Play play, UnaryOperator<ForgetfulDisk> faults, Promises promises) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home" + ++homes));
        ForgetfulDisk disk = faults.apply(new ForgetfulDisk(home));
        try {
            play.run(disk, home.resolve("home").resolve("store"), promises);
        } catch (PowerFailure | Refusal e) {
            // the end of the process, or of what it can do
        }
        return disk;
    }

    private Optional<String> firstComplaint(Play play, UnaryOperator<ForgetfulDisk> faults) throws IOException {
        int steps = act(play, faults, new Promises()).steps();
        for (int step = 1; step <= steps + 1; step++) {
            int off = step;
            Promises promises = new Promises();
            ForgetfulDisk disk = act(play, fresh -> faults.apply(fresh).offBefore(off), promises);
            List<Aftermath> aftermaths = new ArrayList<>(Aftermath.extremes());
            aftermaths.addAll(Aftermath.chances(step, 5));
            for (Aftermath aftermath : aftermaths) {
                Optional<String> complaint = complaint(disk, aftermath, promises);
                if (complaint.isPresent()) {
                    return Optional.of("before step " + step + ", " + aftermath + ": " + complaint.get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> complaint(ForgetfulDisk disk, Aftermath aftermath, Promises promises) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home" + ++homes));
        disk.leave(aftermath, new RealDisk(), home);
        Path place = home.resolve("home").resolve("store");
        if (promises.opened && !Files.isDirectory(place)) {
            return Optional.of("the store is gone");
        }
        try {
            ArtifactStore store = new ArtifactStore(new ForgetfulDisk(home), place, Theatre::facts);
            for (String digest : promises.admitted) {
                store.find(digest);
            }
            for (Path file : files(place)) {
                store.find(file.getFileName().toString().replace(".jar", ""));
            }
            store.admit(one);
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e.getMessage());
        }
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    @Test
    void whatWasAdmittedOutlastsAPowerLossAtAnyMoment() throws IOException {
        assertEquals(Optional.empty(), firstComplaint(this::life, UnaryOperator.identity()));
    }

    @Test
    void everyForceThatIsIgnoredBreaksAPromise() throws IOException {
        List<Play> plays = new ArrayList<>(List.of(this::life));
        int steps = act(this::life, UnaryOperator.identity(), new Promises()).steps();
        for (int step = 1; step <= steps; step++) {
            plays.add(killedBefore(step));
        }
        Set<String> sites = new TreeSet<>();
        for (Play play : plays) {
            sites.addAll(act(play, UnaryOperator.identity(), new Promises()).sites());
        }

        for (String site : sites) {
            Optional<String> complaint = Optional.empty();
            for (Play play : plays) {
                if (complaint.isEmpty()) {
                    complaint = firstComplaint(play, disk -> disk.ignoring(site::equals));
                }
            }
            assertTrue(complaint.isPresent(), "nobody needs " + site);
        }
        assertTrue(sites.stream().anyMatch(site -> site.contains("ArtifactStore.copy")), sites.toString());
        assertTrue(sites.stream().anyMatch(site -> site.startsWith("ArtifactStore.admit")), sites.toString());
    }

    @Test
    void whereverTheRoomEndsTheStoreIsAsItWas() throws Exception {
        long size = Files.size(one);
        for (int room = 0; room < size; room += 50) {
            Path home = Files.createDirectory(folder.resolve("home" + ++homes));
            Path place = home.resolve("store");
            ForgetfulDisk disk = new ForgetfulDisk(home).room(room);
            ArtifactStore store = new ArtifactStore(disk, place, Theatre::facts);

            Refusal refusal = assertThrows(Refusal.class, () -> store.admit(one));

            assertTrue(refusal.getMessage().contains("No space left on device; make room"), refusal.getMessage());
            assertEquals(List.of(), files(place));
            disk.room(size);
            store.admit(one);
        }
    }

    @Test
    void whicheverStepFailsWhatWasAdmittedBeforeIsKept() throws IOException {
        int steps = act(this::life, UnaryOperator.identity(), new Promises()).steps();
        for (int step = 1; step <= steps; step++) {
            int failing = step;
            Promises promises = new Promises();
            ForgetfulDisk disk = act(this::survive, fresh -> fresh.failing(each -> each == failing), promises);
            for (Aftermath aftermath : Aftermath.extremes()) {
                assertEquals(Optional.empty(), complaint(disk, aftermath, promises), "step " + step);
            }
        }
    }

    /** A life in which a failure ends nothing but itself. */
    private void survive(ForgetfulDisk disk, Path place, Promises promises) throws IOException, Refusal {
        try {
            life(disk, place, promises);
        } catch (Refusal | UncheckedIOException | IOException e) {
            life(disk, place, promises);
        }
    }

    /** A finally clause that throws as well would hide why, and callers count on a refusal. */
    @Test
    void onADiskThatFailsFromSomeStepOnAFileIsRefusedAndNothingElseIsThrown() throws Exception {
        int steps = act(this::life, fresh -> fresh, new Promises()).steps();
        for (int from = 1; from <= steps; from++) {
            Path home = Files.createDirectory(folder.resolve("home" + ++homes));
            ForgetfulDisk disk = new ForgetfulDisk(home);
            ArtifactStore store = new ArtifactStore(disk, home.resolve("store"), Theatre::facts);
            int bad = disk.steps() + from;
            disk.failing(step -> step >= bad);

            try {
                store.admit(one);
                store.admit(two);
            } catch (Refusal e) {
                assertTrue(e.getMessage().contains("Input/output error"), e.getMessage());
            }
        }
    }
}
