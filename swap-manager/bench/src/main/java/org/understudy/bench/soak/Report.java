package org.understudy.bench.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.understudy.bench.soak.Sample.Count;

/** What the samples come to, as Markdown. */
final class Report {
    /** A shorter stretch says nothing of growth: it is all warm-up. */
    private static final long LEAST_SWAPS = 500;

    private final List<Sample> samples;
    private final Map<Integer, List<Sample>> processes;
    private final StringBuilder text = new StringBuilder();
    private boolean level = true;

    Report(List<Sample> samples) {
        this.samples = samples;
        this.processes =
                samples.stream().collect(Collectors.groupingBy(Sample::process, TreeMap::new, Collectors.toList()));
        line("| figure | early | late | slope per 1,000 swaps | level |");
        line("|---|---|---|---|---|");
        for (Figure figure : Figure.values()) {
            if (figure.scope() == Figure.Scope.PROCESS) {
                processes.forEach((number, own) -> row(figure, ", process " + number, own));
            } else {
                row(figure, "", samples);
            }
        }
        line("");
        totals();
    }

    /** Whether every figure that was judged is. */
    boolean isLevel() {
        return level;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void row(Figure figure, String of, List<Sample> seen) {
        List<Trend.Point> points = seen.stream()
                .filter(sample -> sample.figures().containsKey(figure))
                .collect(Collectors.toMap(
                        Sample::swaps,
                        sample -> sample.figures().get(figure),
                        (first, last) -> last, // two at the same number of swaps, around the end of a process
                        TreeMap::new))
                .entrySet()
                .stream()
                .map(point -> new Trend.Point(point.getKey(), point.getValue()))
                .toList();
        if (points.size() < Trend.LEAST_POINTS
                || points.get(points.size() - 1).swaps() - points.get(0).swaps() < LEAST_SWAPS) {
            line("| " + figure.words() + of + " | | | | too short to judge |");
            return;
        }
        Trend trend = Trend.of(points);
        boolean judged = figure.scope() != Figure.Scope.HISTORY;
        boolean grew = judged && !trend.isLevel(figure.allowance());
        level &= !grew;
        line(String.format(
                Locale.ROOT,
                "| %s%s | %,.0f | %,.0f | %,.1f | %s |",
                figure.words(),
                of,
                trend.early(),
                trend.late(),
                trend.slope(),
                judged ? grew ? "no" : "yes" : "grows by design"));
    }

    private void totals() {
        Sample last = samples.get(samples.size() - 1);
        double seconds = processes.values().stream()
                .mapToLong(own -> own.get(own.size() - 1).seconds())
                .sum();
        line(String.format(
                Locale.ROOT,
                "%,d swaps in %d processes, %.1f a second; %,d calls, %.0f a second, %,d failed.",
                last.swaps(),
                processes.size(),
                last.swaps() / seconds,
                last.count(Count.CALLS),
                last.count(Count.CALLS) / seconds,
                last.count(Count.FAILED)));
        line(String.format(
                Locale.ROOT,
                "Taken back by the judge, all of them without a fault: %,d; left by the judge to a person: %,d; rolled back by hand:"
                        + " %,d; refused: %,d; comments written: %,d.",
                last.count(Count.TAKEN_BACK),
                last.count(Count.UNDECIDED),
                last.count(Count.ROLLED_BACK),
                last.count(Count.REFUSED),
                last.count(Count.COMMENTS)));
        line(String.format(
                Locale.ROOT,
                "Longest flip %.2f ms, longest gap %.2f ms.",
                last.count(Count.FLIP_NANOS) / 1e6,
                last.count(Count.GAP_MICROS) / 1e3));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
