package org.understudy.bench.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures what a call costs on each way to a service, with 1, 2 and 8 threads.
 *
 * <p>The figure is the 10th percentile of windows of 20 ms: on a machine that others use as well, most windows tell
 * about them. The ways that are compared with each other are measured in turn, several times, so that what slows the
 * machine down for longer meets all of them. Each fork gets the JVM options of this process.
 *
 * @param quick whether to look only whether everything runs
 * @param json whether to print one JSON line instead of the table
 */
public record DispatchCommand(boolean quick, boolean json) {
    private static final List<Integer> THREADS = List.of(1, 2, 8);
    private static final List<String> COMPARED =
            List.of("twoAdds", "bare", "noting", "inStep", "withoutPins", "handle");
    private static final List<String> OTHERS =
            List.of("direct", "fence", "pinned", "pinAndCall", "reflectProxy", "dsField", "tracker");
    private static final Set<String> WITHOUT_VERSIONS = Set.of("direct", "twoAdds", "fence");
    private static final int ROUNDS = 5;
    private static final TimeValue WINDOW = TimeValue.milliseconds(20);
    private static final double PERCENTILE = 0.10;
    private static final int SELDOM_CALLS = 20_000;

    /** Runs it, and prints the figures on standard output and how far it is on standard error. */
    public void run() throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int threads : THREADS) {
            System.err.println("bench: measuring with " + threads + (threads == 1 ? " thread" : " threads"));
            figures.addAll(measure(COMPARED, threads, quick ? 1 : ROUNDS));
            figures.addAll(measure(OTHERS, threads, quick ? 1 : 2));
        }
        System.err.println("bench: measuring with 1,000 calls a second");
        figures.addAll(new SeldomCalls().measure(quick ? 500 : SELDOM_CALLS));
        Report report = new Report(figures);
        System.out.println(json ? report.json() : report.table());
    }

    /** What was measured, in one figure. */
    private record Measured(String way, int versions, int threads) {}

    private List<Figure> measure(List<String> ways, int threads, int rounds) throws RunnerException {
        Map<Measured, List<Double>> windows = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String way : ways) {
                for (RunResult result : fork(way, threads)) {
                    String versions = result.getParams().getParam("versions");
                    windows.computeIfAbsent(
                                    new Measured(way, versions == null ? 1 : Integer.parseInt(versions), threads),
                                    measured -> new ArrayList<>())
                            .addAll(windows(result));
                }
            }
        }
        return windows.entrySet().stream()
                .map(each -> figure(each.getKey(), each.getValue()))
                .toList();
    }

    private Collection<RunResult> fork(String way, int threads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(DispatchBenchmark.class.getName() + "\\." + way + "$")
                .threads(threads)
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(quick ? 5 : 30)
                .warmupTime(WINDOW)
                .measurementIterations(quick ? 5 : 30)
                .measurementTime(WINDOW);
        String[] versions =
                WITHOUT_VERSIONS.contains(way) ? new String[] {"1"} : new String[] {"1", "" + Versions.COUNT};
        return new Runner(options.param("versions", versions).build()).run();
    }

    private static List<Double> windows(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .map(primary -> primary.getScore())
                .toList();
    }

    private static Figure figure(Measured measured, List<Double> windows) {
        List<Double> sorted = windows.stream().sorted().toList();
        return new Figure(
                measured.way(),
                measured.versions(),
                measured.threads(),
                sorted.get((int) (PERCENTILE * sorted.size())),
                sorted.get(sorted.size() / 2));
    }
}
