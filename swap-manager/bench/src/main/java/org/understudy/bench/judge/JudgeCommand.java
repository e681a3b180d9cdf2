package org.understudy.bench.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.understudy.swap.judge.Criteria;
import org.understudy.swap.judge.Finding;
import org.understudy.swap.judge.Outcome;

/**
 * How often the judge rolls a version back that has no fault, and how often and how fast it finds faults: over swaps put
 * together from recorded runs of the demo.
 */
public final class JudgeCommand {
    private static final int[] RATES = {200, 20, 2000};
    private static final double SOON = 2;
    private static final double LATE = 5;
    private static final Regression FLAKY = Regression.errors("1 % of the calls always failed", 0.01);
    private static final List<Regression> REGRESSIONS = List.of(
            Regression.latency("latency +20 %", 1.2),
            Regression.latency("latency +50 %", 1.5),
            Regression.latency("latency x2", 2),
            Regression.errors("errors 0 -> 0.5 %", 0.005),
            Regression.errors("errors 0 -> 1 %", 0.01),
            Regression.errors("errors 0 -> 5 %", 0.05),
            Regression.cpu("CPU x2", 2),
            Regression.leak("leak of 1 MB/s", 1e6));

    private final JudgeOptions options;
    private final PrintStream out;

    /** With what was asked for. */
    public JudgeCommand(JudgeOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it; throws if a recording cannot be read. */
    public void run() throws IOException {
        long began = System.nanoTime();
        Map<Integer, Recording> recordings = new TreeMap<>();
        for (int rate : RATES) {
            recordings.put(rate, read(rate));
        }
        out.printf(
                "%nSwaps without a regression: bake of 60 s, configured rate of false alarms %.1f %%%n%n",
                Criteria.standard().falseAlarmRate() * 100);
        out.println("| calls/s | which swaps | swaps | rolled back | 95 % interval | other verdicts | by |");
        out.println("|---|---|---|---|---|---|---|");
        int all = options.swaps();
        healthy(RATES[0], "any", recordings.get(RATES[0]), all, -1, Regression.NONE);
        healthy(RATES[0], "the first of a resource", recordings.get(RATES[0]), all / 10, 0, Regression.NONE);
        healthy(RATES[0], FLAKY.name(), recordings.get(RATES[0]), all / 10, -1, FLAKY);
        healthy(RATES[1], "any", recordings.get(RATES[1]), all / 10, -1, Regression.NONE);
        healthy(RATES[2], "any", recordings.get(RATES[2]), all / 10, -1, Regression.NONE);
        out.printf(Locale.ROOT, "%nRegressions:%n%n");
        out.println(
                "| calls/s | regression | swaps | caught | within 2 s | within 5 s | seconds: median | 99th percentile |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int rate : RATES) {
            for (Regression regression : REGRESSIONS) {
                faulty(rate, recordings.get(rate), rate == RATES[0] ? all / 10 : all / 40, regression);
            }
        }
        out.printf(Locale.ROOT, "%n%.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private Recording read(int rate) throws IOException {
        String name = "calls-" + rate + ".gz";
        Optional<Path> folder = options.data();
        try (InputStream in = folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(name))
                : JudgeCommand.class.getResourceAsStream(name)) {
            return Recording.read(name, in);
        }
    }

    private void healthy(int rate, String which, Recording recording, int swaps, int earlier, Regression base) {
        Collection<SimulatedSwap> all = simulate(recording, swaps, earlier, base, Regression.NONE);
        long failed = all.stream().filter(JudgeCommand::failed).count();
        Share share = new Share(failed, swaps);
        String others = all.stream()
                .map(swap -> swap.verdict().outcome())
                .filter(o -> o != Outcome.FAIL && o != Outcome.PASS)
                .collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()))
                .toString();
        String by = all.stream()
                .filter(JudgeCommand::failed)
                .flatMap(swap -> swap.verdict().findings().stream())
                .filter(f -> f.outcome() == Outcome.FAIL)
                .collect(Collectors.groupingBy(Finding::metric, TreeMap::new, Collectors.counting()))
                .toString();
        out.printf(
                Locale.ROOT,
                "| %d | %s | %d | %d (%.3f %%) | %.3f to %.3f %% | %s | %s |%n",
                rate,
                which,
                swaps,
                failed,
                share.value() * 100,
                share.low() * 100,
                share.high() * 100,
                others,
                by);
    }

    private void faulty(int rate, Recording recording, int swaps, Regression regression) {
        double[] seconds = simulate(recording, swaps, -1, Regression.NONE, regression).stream()
                .flatMapToDouble(swap -> swap.seconds().stream())
                .sorted()
                .toArray();
        out.printf(
                Locale.ROOT,
                "| %d | %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f | %.1f |%n",
                rate,
                regression.name(),
                swaps,
                100.0 * seconds.length / swaps,
                within(seconds, SOON, swaps),
                within(seconds, LATE, swaps),
                quantile(seconds, 0.5),
                quantile(seconds, 0.99));
    }

    /** Each swap has its own seed, so that the result does not depend on which thread performs it. */
    private Collection<SimulatedSwap> simulate(
            Recording recording, int swaps, int earlier, Regression base, Regression regression) {
        return IntStream.range(0, swaps)
                .parallel()
                .mapToObj(i -> SimulatedSwap.perform(
                        recording,
                        Criteria.standard(),
                        new Random(options.seed() * 1_000_003 + i),
                        earlier,
                        base,
                        regression))
                .toList();
    }

    private static boolean failed(SimulatedSwap swap) {
        return swap.verdict().outcome() == Outcome.FAIL;
    }

    private static double within(double[] seconds, double limit, int swaps) {
        return 100.0 * Arrays.stream(seconds).filter(s -> s <= limit).count() / swaps;
    }

    private static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
    }
}
