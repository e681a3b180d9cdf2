package org.understudy.bench.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.understudy.bench.stage.Distribution;

/**
 * Kills the process again and again, at random and at every step of each operation, and looks after each restart whether
 * every resource runs the one right version and nothing that was acknowledged is lost.
 */
public final class KillCommand {
    private static final List<String> SCENES =
            List.of("swap", "groupSwap", "supersede", "rollback", "groupRollback", "commit", "stage", "stop", "boot");

    private final KillOptions options;
    private final PrintStream out;

    /** With what was asked for. */
    public KillCommand(KillOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether nothing was found
     */
    public boolean run() throws IOException {
        long began = System.nanoTime();
        Path distribution = Distribution.folder(options.distribution());
        Path folder = options.folder().isPresent()
                ? Files.createDirectories(options.folder().get()).toRealPath()
                : Files.createTempDirectory("understudy-kill");
        out.println("homes and progress are in " + folder + "; --resume goes on there");
        Progress progress = Progress.in(folder);
        Series series = new Series(distribution, folder, progress);
        if (options.placed()) {
            for (String scene : SCENES) {
                if (options.scenes().isEmpty() || options.scenes().contains(scene)) {
                    series.placed(scene, options.every());
                    out.println(scene + ": " + progress.of(scene).size() + " kills placed");
                }
            }
        }
        series.random(options.kills(), options.seed());
        series.leave();
        if (options.newsroom() > 0) {
            newsroom(distribution, folder, progress);
        }
        if (options.crowd() > 0) {
            new Crowd(distribution, folder, options.crowd()).measure(out);
        }
        return report(progress, series, began);
    }

    private void newsroom(Path distribution, Path folder, Progress progress) throws IOException {
        try {
            new WholeNewsroom(distribution, folder, progress, options.seed()).kill(options.newsroom());
        } catch (InterruptedException e) {
            throw new IOException("interrupted while Newsroom was killed", e);
        }
    }

    private boolean report(Progress progress, Series series, long began) {
        Map<String, List<Killed>> groups = progress.all().stream()
                .collect(Collectors.groupingBy(
                        kill -> kill.where().equals("random")
                                ? "at random, during " + kill.underWay()
                                : kill.where().equals("newsroom")
                                        ? "the whole Newsroom, during " + kill.underWay()
                                        : "at each step of " + kill.where(),
                        TreeMap::new,
                        Collectors.toList()));
        out.println();
        out.println("| kills | number | wrong version | lost state | unopenable home | other findings |");
        out.println("|---|---|---|---|---|---|");
        groups.forEach((what, kills) -> row(what, kills));
        row("all", progress.all());
        out.println();
        times("boot after a kill", progress.all().stream().mapToLong(Killed::bootMillis));
        times("boot after an end in good order", series.cleanBoots().stream().mapToLong(each -> each[0]));
        times("of that the swap-manager, after a kill", progress.all().stream().mapToLong(Killed::recoverMillis));
        times("of that the swap-manager, else", series.cleanBoots().stream().mapToLong(each -> each[1]));
        progress.all().forEach(kill -> kill.findings()
                .forEach(finding -> out.println(kill.where() + " " + kill.step() + ", seed " + kill.seed() + ", "
                        + kill.underWay() + ": " + finding)));
        out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - began) / 1e9);
        return progress.all().stream().allMatch(kill -> kill.findings().isEmpty());
    }

    private void row(String what, List<Killed> kills) {
        List<String> findings =
                kills.stream().flatMap(kill -> kill.findings().stream()).toList();
        long wrong = count(findings, "wrong version");
        long lost = count(findings, "lost state");
        long shut = count(findings, "unopenable home");
        out.printf(
                "| %s | %d | %d | %d | %d | %d |%n",
                what, kills.size(), wrong, lost, shut, findings.size() - wrong - lost - shut);
    }

    private static long count(List<String> findings, String beginning) {
        return findings.stream()
                .filter(finding -> finding.startsWith(beginning))
                .count();
    }

    private void times(String what, LongStream millis) {
        long[] sorted = millis.filter(each -> each >= 0).sorted().toArray();
        if (sorted.length > 0) {
            out.printf(
                    "%s: median %d ms, 95th percentile %d ms, of %d%n",
                    what, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)], sorted.length);
        }
    }
}
