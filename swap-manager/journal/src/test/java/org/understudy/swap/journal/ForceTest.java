package org.understudy.swap.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.understudy.swap.journal.outage.Aftermath;

/**
 * Every force is needed: each way of the code to a force is found by running, and a disk that ignores just that one
 * breaks a promise. A force that nothing needs would fail the test as well as one that is missing.
 */
class ForceTest {
    private final Map<String, Plays.Play> plays = new LinkedHashMap<>();

    /** All that can happen: nothing special, a step that fails, a kill. */
    ForceTest() {
        plays.put("life", Plays::life);
        int steps = new Plays(UnaryOperator.identity()).steps(Plays::life);
        for (int step = 1; step <= steps; step++) {
            plays.put("failing " + step, Plays.failingAt(step));
            plays.put("killed " + step, Plays.killedBefore(step));
        }
    }

    private Map<String, List<Plays.Play>> playsBySite() {
        Map<String, List<Plays.Play>> found = new TreeMap<>();
        Plays stage = new Plays(UnaryOperator.identity());
        for (Plays.Play play : plays.values()) {
            for (String site : stage.sites(play)) {
                found.computeIfAbsent(site, key -> new ArrayList<>()).add(play);
            }
        }
        return found;
    }

    @Test
    void everyForceThatIsIgnoredBreaksAPromise() throws IOException {
        for (Map.Entry<String, List<Plays.Play>> site : playsBySite().entrySet()) {
            Plays stage = new Plays(disk -> disk.ignoring(site.getKey()::equals));
            Optional<String> complaint = Optional.empty();
            for (Plays.Play play : site.getValue()) {
                complaint = complaint.or(() -> complaint(stage, play));
            }
            assertTrue(complaint.isPresent(), "nobody needs " + site.getKey());
        }
    }

    private static Optional<String> complaint(Plays stage, Plays.Play play) {
        try {
            return stage.firstComplaint(play, 1, Aftermath.extremes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noForceInTheSourcesIsLeftOut() throws IOException {
        Set<String> reached = new TreeSet<>();
        for (String site : playsBySite().keySet()) {
            for (String frame : site.split(" < ")) {
                reached.add(frame.replaceFirst("\\.[^:]+", ""));
            }
        }

        Set<String> written = new TreeSet<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches(".*\\bforce\\(.*\\);") && !lines.get(i).contains("void force(")) {
                    written.add(source.getFileName().toString().replace(".java", ":") + (i + 1));
                }
            }
        }
        assertTrue(written.size() > 5, written.toString());
        written.removeAll(reached);
        assertEquals(Set.of(), written);
    }

    /** All but the disk itself. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/understudy/swap/journal"))) {
            return files.filter(file -> !file.endsWith("RealDisk.java")).toList();
        }
    }
}
