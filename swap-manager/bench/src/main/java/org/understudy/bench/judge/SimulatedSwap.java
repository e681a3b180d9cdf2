package org.understudy.bench.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.understudy.swap.judge.Baseline;
import org.understudy.swap.judge.Criteria;
import org.understudy.swap.judge.Outcome;
import org.understudy.swap.judge.Span;
import org.understudy.swap.judge.Trial;
import org.understudy.swap.judge.Verdict;

/**
 * A swap put together from a recording: up to four versions that were committed one after the other, each with its own
 * cold phase, then one on trial, as they followed one another in the recording. All are generations of the same version of
 * one resource, so without a regression nothing is wrong with any of them.
 *
 * @param verdict the last one
 * @param seconds from the flip to a verdict of Fail; empty where there was none
 */
record SimulatedSwap(Verdict verdict, OptionalDouble seconds) {
    private static final long BAKE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long EARLIER_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int LEAST_WARM = 100;
    private static final int MOST_EARLIER = 4;

    /**
     * Performs one.
     *
     * @param earlier how many versions were committed before it in this history; negative: any number
     * @param base what is wrong with all versions, the one on trial and those before it
     * @param regression what is wrong with the one on trial
     */
    static SimulatedSwap perform(
            Recording recording,
            Criteria criteria,
            Random random,
            int earlier,
            Regression base,
            Regression regression) {
        List<List<Take>> candidates = recording.takes().values().stream()
                .map(takes -> takes.stream()
                        .skip(1) // on stage since the start, and warmed up
                        .filter(take -> take.warmSpans() >= LEAST_WARM)
                        .toList())
                .filter(takes -> takes.size() > 1)
                .toList();
        List<Take> takes = candidates.get(random.nextInt(candidates.size()));
        int on = 1 + random.nextInt(takes.size() - 1);
        int before = Math.min(on - 1, earlier < 0 ? random.nextInt(MOST_EARLIER + 1) : earlier);
        Baseline baseline = new Baseline();
        long now = feed(baseline, worse(takes.get(on - before - 1).warm(random, 0, BAKE_NANOS), base, 0, random));
        for (Take take : takes.subList(on - before, on)) {
            Trial trial = new Trial(criteria, baseline);
            List<Span> fresh = worse(take.fromTheFlip(random, now, EARLIER_NANOS), base, now, random);
            fresh.forEach(trial::observe);
            baseline.adopt(trial);
            now = fresh.get(fresh.size() - 1).endedNanos();
            now = feed(baseline, worse(take.warm(random, now, BAKE_NANOS), base, now, random));
        }
        List<Span> spans = worse(takes.get(on).fromTheFlip(random, now, BAKE_NANOS), base, now, random);
        return judge(new Trial(criteria, baseline), spans, regression, now, random);
    }

    private static SimulatedSwap judge(Trial trial, List<Span> spans, Regression regression, long now, Random random) {
        for (Span span : spans) {
            Span seen = regression == Regression.NONE ? span : regression.in(span, span.endedNanos() - now, random);
            trial.observe(seen);
            if (trial.outcome() == Outcome.FAIL) {
                return new SimulatedSwap(trial.verdict(), OptionalDouble.of((span.endedNanos() - now) / 1e9));
            }
        }
        Verdict verdict = trial.conclude();
        return new SimulatedSwap(
                verdict,
                verdict.outcome() == Outcome.FAIL ? OptionalDouble.of(BAKE_NANOS / 1e9) : OptionalDouble.empty());
    }

    private static List<Span> worse(List<Span> spans, Regression base, long began, Random random) {
        if (base == Regression.NONE) {
            return spans;
        }
        List<Span> result = new ArrayList<>();
        for (Span span : spans) {
            result.add(base.in(span, span.endedNanos() - began, random));
        }
        return result;
    }

    /** @return when the last of them ended */
    private static long feed(Baseline baseline, List<Span> spans) {
        spans.forEach(baseline::add);
        return spans.get(spans.size() - 1).endedNanos();
    }
}
