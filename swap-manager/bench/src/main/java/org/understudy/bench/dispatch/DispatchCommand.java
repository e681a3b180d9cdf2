package org.understudy.bench.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures what a call costs on each way to a service, with 1, 2 and 8 threads.
 *
 * <p>The figure is the 10th percentile of windows of 20 ms: on a machine that others use as well, most windows tell
 * about them. At 1,000 calls a second JMH times single calls; there it is the mean
 * without the slowest tenth, JMH's own clock included, which the difference of two such figures does not have. Each fork gets the JVM options of this process.
 *
 * @param quick whether to look only whether everything runs
 * @param json whether to print one JSON line instead of the table
 */
public record DispatchCommand(boolean quick, boolean json) {
    private static final List<Integer> THREADS = List.of(1, 2, 8);
    private static final TimeValue WINDOW = TimeValue.milliseconds(20);
    private static final TimeValue SELDOM_WINDOW = TimeValue.milliseconds(500);
    private static final double PERCENTILE = 0.10;

    /** Runs it, and prints the figures on standard output and how far it is on standard error. */
    public void run() throws RunnerException {
        List<Figure> figures = new ArrayList<>();
        for (int threads : THREADS) {
            System.err.println("bench: measuring with " + threads + (threads == 1 ? " thread" : " threads"));
            for (String way : List.of("direct", "twoAdds", "fence")) {
                figures.addAll(measure(way, threads, 1));
            }
            for (String way : List.of(
                    "bare", "withoutPins", "handle", "pinned", "pinAndCall", "reflectProxy", "dsField", "tracker")) {
                figures.addAll(measure(way, threads, 1, Versions.COUNT));
            }
        }
        System.err.println("bench: measuring with 1,000 calls a second");
        for (String way : List.of("seldomBare", "seldomHandle")) {
            figures.addAll(measureSeldom(way));
        }
        Report report = new Report(figures);
        System.out.println(json ? report.json() : report.table());
    }

    private List<Figure> measureSeldom(String way) throws RunnerException {
        ChainedOptionsBuilder options = options(way, 1)
                .param("versions", "1")
                .warmupTime(SELDOM_WINDOW)
                .warmupIterations(quick ? 1 : 3)
                .measurementTime(SELDOM_WINDOW)
                .measurementIterations(quick ? 1 : 8);
        return new Runner(options.build())
                .run().stream().map(result -> seldomFigure(way, result)).toList();
    }

    private static Figure seldomFigure(String way, RunResult result) {
        Statistics calls = result.getPrimaryResult().getStatistics();
        double typical = IntStream.rangeClosed(1, 90)
                .mapToDouble(calls::getPercentile)
                .average()
                .orElseThrow();
        return new Figure(way, 1, 1, typical, calls.getPercentile(50));
    }

    private List<Figure> measure(String way, int threads, int... versions) throws RunnerException {
        String[] parameters = IntStream.of(versions).mapToObj(Integer::toString).toArray(String[]::new);
        ChainedOptionsBuilder options = options(way, threads)
                .param("versions", parameters)
                .warmupIterations(quick ? 5 : 30)
                .warmupTime(WINDOW)
                .measurementIterations(quick ? 5 : 30)
                .measurementTime(WINDOW);
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream().map(result -> figure(way, threads, result)).toList();
    }

    private ChainedOptionsBuilder options(String way, int threads) {
        return new OptionsBuilder()
                .include(DispatchBenchmark.class.getName() + "\\." + way + "$")
                .threads(threads)
                .forks(quick ? 1 : 2)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static Figure figure(String way, int threads, RunResult result) {
        List<Double> windows = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .map(primary -> primary.getScore())
                .sorted()
                .toList();
        String versions = result.getParams().getParam("versions");
        return new Figure(
                way,
                versions == null ? 1 : Integer.parseInt(versions),
                threads,
                windows.get((int) (PERCENTILE * windows.size())),
                windows.get(windows.size() / 2));
    }
}
