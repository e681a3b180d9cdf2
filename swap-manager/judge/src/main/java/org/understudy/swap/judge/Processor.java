package org.understudy.swap.judge;

import java.util.List;
import java.util.Optional;

/**
 * How much of the processor the process uses, second by second. It is the process's as a whole, not the version's, and so
 * weak evidence: it fails a version only at two fifths more and a tenth of a core more, and beyond that where there are
 * more calls to answer. In its first ten seconds, in which the compiler is at work, three times as much is allowed.
 */
final class Processor implements Examination {
    private static final String METRIC = "processor (cores of the process)";
    private static final String TEST = "sequential test of the mean of seconds";
    private static final double ALLOWED = Math.log(1.4);
    private static final double ALLOWED_WARMING = Math.log(3);
    private static final long COMPILING_NANOS = 10_000_000_000L;
    private static final double LEAST_RISE = 0.1;
    private static final double FLOOR = 0.02;
    private static final double LEAST_DEVIATION = 0.1;
    private static final double MIXTURE = 0.3;
    private static final int LEAST_SECONDS = 12;
    private static final int LEAST_ABOVE = 4;

    private final double rate;
    private final Series baseline;
    private final double callsBefore;
    private final ShiftTest test;
    private final Seconds cores = new Seconds(Span::processCpu);
    private final Seconds load = new Seconds(Processor::callsASecond);
    private double calls = Double.NaN;
    private long beganNanos;
    private boolean begun;
    private Finding failure;

    Processor(double rate, List<Span> before) {
        this.rate = rate;
        double[] values = Seconds.of(before, Span::processCpu);
        for (int i = 0; i < values.length; i++) {
            values[i] = log(values[i]);
        }
        baseline = Series.of(values, LEAST_DEVIATION);
        double sum = 0;
        double[] loads = Seconds.of(before, Processor::callsASecond);
        for (double each : loads) {
            sum += each;
        }
        callsBefore = sum / loads.length;
        test = new ShiftTest(baseline, MIXTURE, new long[] {0, COMPILING_NANOS, 4 * COMPILING_NANOS}, LEAST_ABOVE);
    }

    @Override
    public void observe(Span span) {
        if (!begun) {
            begun = true;
            beganNanos = span.beganNanos();
        }
        load.add(span).ifPresent(each -> calls = each);
        Optional<Double> second = cores.add(span);
        if (second.isEmpty() || !comparable()) {
            return;
        }
        long age = span.endedNanos() - beganNanos;
        double more = Math.max(1, calls / callsBefore);
        double allowed = age <= COMPILING_NANOS ? ALLOWED_WARMING : ALLOWED;
        test.add(age, log(second.get()), allowed + (Double.isNaN(more) ? 0 : Math.log(more)));
        boolean large = Math.exp(test.mean()) - Math.exp(baseline.mean()) >= LEAST_RISE;
        if (failure == null && large && test.p() <= rate) {
            failure = finding(Outcome.FAIL);
        }
    }

    @Override
    public boolean failed() {
        return failure != null;
    }

    @Override
    public List<Finding> interim() {
        return test.blocks() == 0 ? List.of() : List.of(failure != null ? failure : finding(Outcome.OPEN));
    }

    @Override
    public List<Finding> conclusion() {
        return interim().stream().map(f -> f.decided(Outcome.PASS)).toList();
    }

    private boolean comparable() {
        return baseline.length() >= LEAST_SECONDS;
    }

    private Finding finding(Outcome outcome) {
        double shift = test.shift();
        return new Finding(
                METRIC,
                TEST,
                Math.exp(baseline.mean()),
                Math.exp(test.mean()),
                Math.exp(shift),
                Math.exp(shift - test.margin()),
                Math.exp(shift + test.margin()),
                test.p(),
                rate,
                baseline.length(),
                test.blocks(),
                outcome,
                String.format(
                        "%.2f times as much as before, where %.2f times was allowed on average",
                        Math.exp(shift), Math.exp(test.allowance())));
    }

    private static double log(double cores) {
        return Math.log(Math.max(FLOOR, cores));
    }

    private static double callsASecond(Span span) {
        return span.calls() * 1e9 / (span.endedNanos() - span.beganNanos());
    }
}
