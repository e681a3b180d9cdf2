package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * One bake of one fresh generation: spans in, a verdict out at any time. Not thread-safe.
 *
 * <p>It may be asked after each span: all tests in it are valid whenever one looks, so a version without a fault fails at
 * some time of its bake, however long, with at most the configured rate. The rate is divided: three tenths for failed
 * calls, half for latency, a tenth for slow calls, a twentieth for the process and a twentieth for declared metrics. A
 * verdict of {@link Outcome#FAIL} is final. {@link Outcome#PASS} is given at the end only: what is missing so far may come.
 */
public final class Trial {
    private static final double ERRORS = 0.3;
    private static final double LATENCY = 0.5;
    private static final double SLOW_CALLS = 0.1;
    private static final double PROCESS = 0.05;
    private static final double METRICS = 0.05;
    private static final List<Outcome> GRAVEST_FIRST =
            List.of(Outcome.FAIL, Outcome.NODATA, Outcome.INCONCLUSIVE, Outcome.OPEN, Outcome.PASS);

    private final List<Examination> examinations = new ArrayList<>();
    private final Baseline own = new Baseline();
    private final List<Block> fresh = new ArrayList<>();
    private Blocks blocks;
    private long beganNanos;

    /**
     * Begins.
     *
     * @param criteria by what is judged
     * @param baseline with what it is compared, as it is now
     */
    public Trial(Criteria criteria, Baseline baseline) {
        double rate = criteria.falseAlarmRate();
        List<Span> before = baseline.settled();
        examinations.add(new Errors(criteria, ERRORS * rate, before));
        examinations.add(new Latency(criteria, LATENCY * rate, baseline));
        examinations.add(new SlowCalls(criteria, SLOW_CALLS * rate, before));
        examinations.add(new Processor(PROCESS / 2 * rate, before));
        examinations.add(new Heap(PROCESS / 2 * rate, before));
        int rules = criteria.metrics().size();
        criteria.metrics()
                .forEach(rule -> examinations.add(new Metric(criteria, rule, METRICS * rate / rules, before)));
    }

    /** Takes notice of what was observed of the fresh generation; in the order of time, beginning with the flip. */
    public void observe(Span span) {
        if (blocks == null) {
            beganNanos = span.beganNanos();
            blocks = new Blocks(beganNanos);
        }
        if (span.endedNanos() - beganNanos <= ColdPhase.LONGEST_NANOS) {
            blocks.add(span).ifPresent(fresh::add);
        }
        own.add(span);
        examinations.forEach(examination -> examination.observe(span));
    }

    /** The outcome of {@link #verdict} alone, at almost no cost. */
    public Outcome outcome() {
        return examinations.stream().anyMatch(Examination::failed) ? Outcome.FAIL : Outcome.OPEN;
    }

    /** What can be said now: {@link Outcome#FAIL} or {@link Outcome#OPEN}. */
    public Verdict verdict() {
        return verdict(Examination::interim, "nothing speaks against it so far");
    }

    /** What is to be said now that the bake is over: never {@link Outcome#OPEN}. */
    public Verdict conclude() {
        return verdict(Examination::conclusion, "no worse than the version before");
    }

    /** Whether anything was observed. */
    boolean begun() {
        return blocks != null;
    }

    /** When the fresh generation came on stage. */
    long beganNanos() {
        return beganNanos;
    }

    /** How it was while it was fresh. */
    List<Block> fresh() {
        return List.copyOf(fresh);
    }

    /** How it was in the end: what a baseline would know of it. */
    Baseline own() {
        return own;
    }

    private Verdict verdict(Function<Examination, List<Finding>> saying, String otherwise) {
        List<Finding> findings = examinations.stream()
                .flatMap(e -> saying.apply(e).stream())
                .sorted(Comparator.comparingInt(f -> GRAVEST_FIRST.indexOf(f.outcome())))
                .toList();
        Finding first = findings.get(0);
        boolean good = first.outcome() == Outcome.OPEN || first.outcome() == Outcome.PASS;
        return new Verdict(first.outcome(), good ? otherwise : first.metric() + ": " + first.remark(), findings);
    }
}
