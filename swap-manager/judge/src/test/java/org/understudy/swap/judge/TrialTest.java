package org.understudy.swap.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shares are counted over a hundred seeds; the bounds are wide enough that another set of seeds would pass too. */
class TrialTest {
    private static final long SEEDS = 100;
    private static final double BEFORE = 40;
    private static final double BAKE = 20;

    private static Verdict bake(long seed, Consumer<Traffic> before, Consumer<Traffic> after) {
        return bake(Criteria.standard(), seed, before, after, BAKE);
    }

    private static Verdict bake(
            Criteria criteria, long seed, Consumer<Traffic> before, Consumer<Traffic> after, double seconds) {
        Traffic traffic = new Traffic(seed);
        before.accept(traffic);
        Baseline baseline = new Baseline();
        traffic.seconds(BEFORE).forEach(baseline::add);
        Trial trial = new Trial(criteria, baseline);
        after.accept(traffic);
        for (Span span : traffic.seconds(seconds)) {
            trial.observe(span);
            if (trial.outcome() == Outcome.FAIL) {
                return trial.verdict();
            }
        }
        return trial.conclude();
    }

    private static long failing(double seconds, Consumer<Traffic> before, Consumer<Traffic> after) {
        return LongStream.range(0, SEEDS)
                .filter(seed ->
                        bake(Criteria.standard(), seed, before, after, seconds).outcome() == Outcome.FAIL)
                .count();
    }

    @Test
    void aVersionLikeTheOneBeforePasses() {
        assertTrue(failing(BAKE, t -> {}, t -> {}) <= 2);
    }

    @Test
    void aVersionThatIsSlowerAndStillWithinTheLatencyTargetPasses() {
        Criteria criteria = Criteria.standard().with(Duration.ofNanos(200_000), List.of());
        Function<Double, Long> failing = factor -> LongStream.range(0, SEEDS)
                .filter(seed -> bake(criteria, seed, t -> {}, t -> t.slower(factor), BAKE)
                                .outcome()
                        == Outcome.FAIL)
                .count();

        assertTrue(failing.apply(5.0) <= 2);
        assertTrue(failing.apply(20.0) >= SEEDS - 2);
    }

    @Test
    void aPassSaysWhatWasCompared() {
        Verdict verdict = bake(1, t -> {}, t -> {});

        assertEquals(Outcome.PASS, verdict.outcome());
        Finding latency = verdict.findings().stream()
                .filter(f -> f.metric().startsWith("latency"))
                .findFirst()
                .orElseThrow();
        assertEquals(20, latency.baseline(), 5);
        assertTrue(latency.low() < latency.effect() && latency.effect() < latency.high(), latency.toString());
        assertTrue(latency.p() > latency.threshold(), latency.toString());
    }

    /** Fails where the latency test is left out of the trial. */
    @Test
    void twiceAsSlowIsFoundWithinFiveSeconds() {
        assertTrue(failing(5, t -> {}, t -> t.slower(2)) >= 95);
    }

    @Test
    void oneFailureInTwentyIsFoundWithinTwoSeconds() {
        assertTrue(failing(2, t -> {}, t -> t.failing(0.05)) >= 95);
    }

    @Test
    void aResourceThatAlwaysFailedNowAndThenMayGoOn() {
        assertTrue(failing(BAKE, t -> t.failing(0.01), t -> {}) <= 2);
    }

    @Test
    void aFailureOfANewTypeIsNamed() {
        Verdict verdict = bake(3, t -> t.failing(0.02).failingWith("java.io.IOException"), t -> t.failing(0.04)
                .failingWith("java.lang.NoSuchFieldError"));

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertTrue(verdict.reason().contains("NoSuchFieldError"), verdict.reason());
    }

    /** Without the weather the same spans fail: that shows that the weather decides. */
    @Test
    void aVersionIsNotBlamedForASlowMachine() {
        Consumer<Traffic> changing = t -> t.weather(1);
        assertTrue(failing(5, changing, t -> t.slower(1.9).weather(Double.NaN)) >= 90);

        Baseline baseline = new Baseline();
        Traffic traffic = new Traffic(7);
        for (int i = 0; i < 10; i++) {
            traffic.weather(1 + i % 2 * 0.8).seconds(4).forEach(baseline::add);
        }
        Trial trial = new Trial(Criteria.standard(), baseline);
        traffic.weather(1.9).seconds(BAKE).forEach(trial::observe);

        assertEquals(Outcome.PASS, trial.conclude().outcome(), trial.conclude().reason());
    }

    /** Four versions were three times as slow in their first two seconds, and so may the next one be; but not after it. */
    @Test
    void aColdPhaseLikeEarlierOnesPassesAndHidesNoRegression() {
        for (double fault : List.of(1.0, 2.0)) {
            Traffic traffic = new Traffic(5);
            Baseline baseline = new Baseline();
            traffic.seconds(BEFORE).forEach(baseline::add);
            for (int i = 0; i < 4; i++) {
                Trial trial = new Trial(Criteria.standard(), baseline);
                traffic.slower(3).seconds(2).forEach(trial::observe);
                traffic.slower(1).seconds(10).forEach(trial::observe);
                assertTrue(i < 2 || trial.outcome() == Outcome.OPEN, "history " + i);
                baseline.adopt(trial);
                traffic.seconds(BEFORE).forEach(baseline::add);
            }
            Trial trial = new Trial(Criteria.standard(), baseline);
            traffic.slower(3 * fault).seconds(2).forEach(trial::observe);
            traffic.slower(fault).seconds(10).forEach(trial::observe);

            assertEquals(fault == 1 ? Outcome.OPEN : Outcome.FAIL, trial.outcome(), "x" + fault);
        }
    }

    @Test
    void aVersionThatHangsNowAndThenFails() {
        Verdict verdict = bake(2, t -> {}, t -> t.hanging(0.05));

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertTrue(verdict.reason().startsWith("slow calls"), verdict.reason());
    }

    @Test
    void threeTimesTheProcessorFails() {
        Verdict verdict = bake(Criteria.standard(), 2, t -> {}, t -> t.cores(1.5), 40);

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertTrue(verdict.reason().startsWith("processor"), verdict.reason());
    }

    @Test
    void aLeakFailsOnceItHasAddedAsMuchAsThereWas() {
        Verdict verdict = bake(Criteria.standard(), 2, t -> {}, t -> t.leaking(3e6), 40);

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertTrue(verdict.reason().startsWith("heap"), verdict.reason());
    }

    @Test
    void withoutCallsThereIsNoVerdict() {
        Verdict verdict = bake(2, t -> {}, t -> t.calls(0));

        assertEquals(Outcome.NODATA, verdict.outcome());
    }

    @Test
    void withoutAVersionBeforeOnlyFailuresAreJudged() {
        for (double failing : List.of(0.0, 0.2)) {
            Trial trial = new Trial(Criteria.standard(), new Baseline());
            new Traffic(4).failing(failing).seconds(BAKE).forEach(trial::observe);

            assertEquals(
                    failing == 0 ? Outcome.INCONCLUSIVE : Outcome.FAIL,
                    trial.conclude().outcome());
        }
    }

    @Test
    void aFailIsFinal() {
        Traffic traffic = new Traffic(6);
        Baseline baseline = new Baseline();
        traffic.seconds(BEFORE).forEach(baseline::add);
        Trial trial = new Trial(Criteria.standard(), baseline);
        traffic.slower(4).seconds(3).forEach(trial::observe);
        assertEquals(Outcome.FAIL, trial.outcome());

        traffic.slower(0.5).seconds(60).forEach(trial::observe);

        assertEquals(Outcome.FAIL, trial.verdict().outcome());
        assertEquals(Outcome.FAIL, trial.conclude().outcome());
    }

    private static Outcome metric(MetricRule rule, Consumer<Traffic> after) {
        return bake(
                        Criteria.standard().with(Duration.ZERO, List.of(rule)),
                        8,
                        t -> t.metric("orders", 100),
                        after,
                        BAKE)
                .outcome();
    }

    @Test
    void aDeclaredMetricIsJudgedByItsDirection() {
        MetricRule rule = new MetricRule("orders", Direction.DECREASE, true, true, 0.1);

        assertEquals(Outcome.FAIL, metric(rule, t -> t.metric("orders", 60)));
        assertEquals(Outcome.PASS, metric(rule, t -> t.metric("orders", 160)));
        MetricRule either = new MetricRule("orders", Direction.EITHER, true, true, 0.1);
        assertEquals(Outcome.FAIL, metric(either, t -> t.metric("orders", 160)));
        assertEquals(Outcome.PASS, metric(either, t -> {}));
    }

    @Test
    void aMetricThatIsNotCriticalMakesNoFailure() {
        MetricRule rule = new MetricRule("orders", Direction.DECREASE, false, true, 0.1);

        assertEquals(Outcome.INCONCLUSIVE, metric(rule, t -> t.metric("orders", 60)));
    }

    @Test
    void aMissingMetricIsNoSilentPassUnlessThatIsDeclared() {
        assertEquals(
                Outcome.NODATA,
                metric(new MetricRule("orders", Direction.DECREASE, false, true, 0.1), t -> t.withoutMetric("orders")));
        assertEquals(
                Outcome.PASS,
                metric(
                        new MetricRule("orders", Direction.DECREASE, false, false, 0.1),
                        t -> t.withoutMetric("orders")));
    }

    @Test
    void theGravestFindingComesFirst() {
        Verdict verdict = bake(2, t -> {}, t -> t.failing(0.3));

        assertEquals(Outcome.FAIL, verdict.findings().get(0).outcome());
        assertFalse(verdict.reason().isBlank());
    }
}
