package org.understudy.predictor.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.understudy.predictor.usage.TraceReader;
import org.understudy.predictor.usage.UsageEvent;

/** Runs model and baselines over each trace of a folder, event by event, and prints one table. */
public final class PredictCommand {
    private static final List<Supplier<Predictor>> BASELINES = List.of(
            MostFrequent::new,
            MostRecent::new,
            () -> new BackOff("Markov, order 1", 1, Escape.WITTEN_BELL),
            () -> new BackOff("Markov, order 3", 3, Escape.WITTEN_BELL),
            () -> new BackOff("PPM-D, order 5", 5, Escape.METHOD_D));

    private final PredictOptions options;
    private final PrintStream out;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** With what was asked for. */
    public PredictCommand(PredictOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it; false if a belief was no distribution. */
    public boolean run() throws IOException {
        out.println("| trace | predictor | HR@1 | HR@5 | MRR | bits | ECE | CPU median | CPU p99 |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        boolean sane = true;
        for (Path trace : traces()) {
            List<UsageEvent> events = read(trace);
            sane &= measure(trace, events, new TheModel());
            if (options.baselines()) {
                for (Supplier<Predictor> baseline : BASELINES) {
                    sane &= measure(trace, events, baseline.get());
                }
            }
        }
        return sane;
    }

    private List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.list(options.data())) {
            List<Path> traces = files.filter(
                            f -> f.toString().endsWith(".tsv") || f.toString().endsWith(".tsv.gz"))
                    .sorted()
                    .toList();
            if (traces.isEmpty()) {
                throw new IOException(options.data() + " holds no trace (*.tsv, *.tsv.gz)");
            }
            return traces;
        }
    }

    private List<UsageEvent> read(Path trace) throws IOException {
        List<UsageEvent> events = new ArrayList<>();
        try (TraceReader reader = TraceReader.open(trace)) {
            for (Optional<UsageEvent> e = reader.next();
                    e.isPresent() && events.size() < options.events();
                    e = reader.next()) {
                events.add(e.get());
            }
        }
        return events;
    }

    private boolean measure(Path trace, List<UsageEvent> events, Predictor predictor) {
        Score score = new Score(events.size());
        Belief belief = new Belief();
        for (UsageEvent event : events) {
            belief.clear();
            long began = threads.getCurrentThreadCpuTime();
            predictor.state(event.user(), event.time(), belief);
            long stated = threads.getCurrentThreadCpuTime();
            long learns = threads.getCurrentThreadCpuTime();
            predictor.learn(event.user(), event.time(), event.item());
            long ended = threads.getCurrentThreadCpuTime();
            score.add(event.user(), event.item(), belief, stated - began + ended - learns);
        }
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %.4f | %.3f | %.4f | %.1f us | %.1f us |%n",
                trace.getFileName().toString().replaceAll("\\.tsv(\\.gz)?$", ""),
                predictor.name(),
                score.hitsAtOne(),
                score.hitsAtFive(),
                score.meanReciprocalRank(),
                score.bits(),
                score.calibrationError(),
                score.micros(0.5),
                score.micros(0.99));
        if (score.nonsense() > 0) {
            out.printf("%s: %d beliefs were no distribution%n", predictor.name(), score.nonsense());
        }
        return score.nonsense() == 0;
    }
}
