package org.understudy.bench.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Kills one after the other: each is judged by what the next process on the same home finds. */
final class Series {
    /** After so many processes a home is replaced: each has to look through the comments of all before it. */
    private static final int RUNS_A_HOME = 30;

    private static final int KILLED = 137;
    private static final int BOOT_MILLIS = 2500;
    private static final int OPERATIONS = 6;
    /** The shortest and the longest time after the beginning of an operation; short ones are as likely as long ones. */
    private static final double SOONEST_MILLIS = 0.1;

    private static final double LATEST_MILLIS = 1500;
    private static final int BOOTS_KILLED_PERCENT = 8;

    private final Path distribution;
    private final Path folder;
    private final Progress progress;
    private final List<Killed> unjudged = new ArrayList<>();
    private Path home;
    private Expectation expectation;
    private long runs;
    private int homes;
    /** How long boots took that followed an end in good order, milliseconds: all, and the swap-manager's share. */
    private final List<long[]> cleanBoots = new ArrayList<>();

    Series(Path distribution, Path folder, Progress progress) {
        this.distribution = distribution;
        this.folder = folder;
        this.progress = progress;
    }

    /** Kills at random until there are so many. */
    void random(int kills, long seed) throws IOException {
        for (long draw = progress.of("random").size(); progress.of("random").size() + unjudged.size() < kills; draw++) {
            long drawn = seed * 1_000_003 + draw;
            Random random = new Random(drawn);
            Performance.Kill kill = random.nextInt(100) < BOOTS_KILLED_PERCENT
                    ? new Performance.Kill(0, Duration.ofMillis(random.nextInt(BOOT_MILLIS)))
                    : new Performance.Kill(1 + random.nextInt(OPERATIONS), moment(random));
            Performance.Seen seen = play("random", drawn, 0, false, Optional.of(kill));
            note("random", 0, drawn, seen);
            moveIfDue();
        }
        judge();
    }

    private static Duration moment(Random random) {
        double millis = SOONEST_MILLIS * Math.pow(LATEST_MILLIS / SOONEST_MILLIS, random.nextDouble());
        return Duration.ofNanos((long) (millis * 1e6));
    }

    /**
     * Kills once at every step of a scene.
     *
     * @param every or at every so many steps, beginning in the middle of the first so many
     */
    void placed(String scene, int every) throws IOException {
        boolean boot = scene.equals("boot");
        long first = progress.lastStep(scene) == 0 ? (every + 1) / 2 : progress.lastStep(scene) + every;
        for (long step = first; !progress.isOver(scene); step += every) {
            if (boot) {
                note("before a boot", 0, 0, play("provisional", 0, 0, false, Optional.empty()));
            }
            Performance.Seen seen = play(scene, 0, step, boot, Optional.empty());
            if (seen.done() || seen.status() == 0) {
                judge();
                progress.over(scene, step);
            } else {
                note(scene, step, 0, seen);
                moveIfDue();
            }
        }
        judge();
    }

    /** What is not judged yet is by one more process, which is killed when it has said how everything stands. */
    private void judge() throws IOException {
        if (!unjudged.isEmpty()) {
            play("boot", 0, 0, false, Optional.empty());
        }
    }

    private void moveIfDue() throws IOException {
        if (runs >= RUNS_A_HOME) {
            judge();
            leave();
        }
    }

    private void note(String where, long step, long seed, Performance.Seen seen) {
        if (seen.status() == KILLED && home != null) {
            unjudged.add(new Killed(where, step, seed, seen.underWay(), true, -1, -1, List.of()));
        }
    }

    private Performance.Seen play(String scene, long seed, long haltAt, boolean armed, Optional<Performance.Kill> kill)
            throws IOException {
        if (home == null) {
            begin();
        }
        Performance performance = new Performance(distribution, home, expectation);
        Performance.Seen seen = performance.play(++runs, scene, seed, haltAt, armed, kill);
        List<String> findings = new ArrayList<>(seen.findings());
        boolean ended = !seen.ready() && seen.status() != KILLED;
        if (ended) {
            findings.add("unopenable home: the process ended with " + seen.status() + ", see " + performance.log());
        } else if (seen.status() != KILLED && seen.status() != 0) {
            findings.add("the process ended with " + seen.status() + " and was not killed, see " + performance.log());
        }
        if (seen.ready() || !findings.isEmpty()) {
            settle(seen, ended, findings);
        }
        if (!findings.isEmpty()) {
            System.out.println("found in " + home + " after process " + runs + ": " + findings);
            home = null; // and stays, to be looked at
        }
        return seen;
    }

    private void settle(Performance.Seen seen, boolean ended, List<String> findings) throws IOException {
        if (unjudged.isEmpty()) {
            if (!findings.isEmpty()) {
                unjudged.add(new Killed("no kill", 0, 0, seen.underWay(), true, -1, -1, List.of()));
            } else if (runs > 1) {
                cleanBoots.add(new long[] {
                    seen.bootMillis().orElse(-1), seen.recoverMillis().orElse(-1)
                });
            }
        }
        for (int i = 0; i < unjudged.size(); i++) {
            Killed kill = unjudged.get(i);
            boolean last = i == unjudged.size() - 1;
            progress.add(new Killed(
                    kill.where(),
                    kill.step(),
                    kill.seed(),
                    kill.underWay(),
                    !(last && ended),
                    last ? seen.bootMillis().orElse(-1) : -1,
                    last ? seen.recoverMillis().orElse(-1) : -1,
                    last ? findings : List.of()));
        }
        unjudged.clear();
    }

    List<long[]> cleanBoots() {
        return cleanBoots;
    }

    private void begin() throws IOException {
        do {
            home = folder.resolve("home-" + ++homes);
        } while (Files.exists(home));
        expectation = new Expectation();
        runs = 0;
    }

    /** Ends the use of a home in which nothing was found. */
    void leave() throws IOException {
        if (home != null && Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        home = null;
    }
}
