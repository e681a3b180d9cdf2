package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of operations and faults against a simple model: after each of them every resource has the version on
 * stage, the way back and the time to stand that the model says, and engine, journal, framework and calls agree on it.
 *
 * <p>The long form: {@code -Dunderstudy.plays=2000 -Dunderstudy.plays.acts=40}; {@code -Dunderstudy.plays.seed} begins
 * elsewhere. A play that fails is cut down to the acts that are needed for that, and printed with its seed.
 */
class RandomPlayTest {
    private static final int PLAYS = Integer.getInteger("understudy.plays", 25);
    private static final int ACTS = Integer.getInteger("understudy.plays.acts", 30);
    private static final long SEED = Long.getLong("understudy.plays.seed", 1);

    @TempDir
    Path folder;

    private Workshop workshop;
    private int plays;

    /** What was not as the model says. */
    private record Flaw(int at, String what) {}

    @BeforeEach
    void makeVersions() throws Exception {
        workshop = new Workshop(folder.resolve("workshop"));
    }

    @Test
    void whateverHappensInWhateverOrderEachResourceIsWhatTheModelSays() throws Exception {
        for (long seed = SEED; seed < SEED + PLAYS; seed++) {
            List<Act> acts = new Playwright(seed).play(ACTS);

            Optional<Flaw> flaw = flaw(acts);

            assertEquals(
                    Optional.empty(),
                    flaw.isPresent() ? Optional.of(told(seed, acts, flaw.get())) : flaw,
                    "play " + seed);
        }
    }

    private Optional<Flaw> flaw(List<Act> acts) throws Exception {
        Path place = Files.createDirectories(folder.resolve("play" + ++plays));
        int at = 0;
        try (Playhouse house = new Playhouse(workshop, place)) {
            World world = World.empty();
            for (Act act : acts) {
                Outlook outlook = act.outlook(world, house);
                boolean done = house.perform(act);
                Inspection after = Inspection.of(house, workshop);
                if (!after.complaints().isEmpty()) {
                    return Optional.of(new Flaw(at, after.complaints() + "; it said: " + house.said()));
                }
                List<World> possible = done ? outlook.done() : outlook.refused();
                Optional<World> next = Outlook.match(possible, after.seen());
                if (next.isEmpty()) {
                    return Optional.of(new Flaw(
                            at,
                            (done ? "done" : "refused") + ", and there is " + after.seen() + " instead of one of "
                                    + possible + "; it said: " + house.said()));
                }
                world = next.get();
                at++;
            }
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Optional.of(new Flaw(at, trace.toString()));
        } finally {
            delete(place);
        }
    }

    /** The play as short as it can be, and what is wrong in it. */
    private String told(long seed, List<Act> acts, Flaw first) throws Exception {
        List<Act> needed = new ArrayList<>(acts.subList(0, Math.min(acts.size(), first.at() + 1)));
        Flaw flaw = first;
        for (int i = needed.size() - 2; i >= 0; i--) {
            List<Act> fewer = new ArrayList<>(needed);
            fewer.remove(i);
            Optional<Flaw> still = flaw(fewer);
            if (still.isPresent()) {
                needed = new ArrayList<>(fewer.subList(0, still.get().at() + 1));
                flaw = still.get();
                i = Math.min(i, needed.size() - 1);
            }
        }
        return "seed " + seed + ": act " + (flaw.at() + 1) + " of\n"
                + needed.stream().map(act -> "  " + act).collect(Collectors.joining("\n"))
                + "\n" + flaw.what();
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
