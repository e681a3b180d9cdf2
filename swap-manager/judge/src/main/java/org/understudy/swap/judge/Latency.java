package org.understudy.swap.judge;

import java.util.List;

/**
 * How long calls take: the typical latency of each {@link Block} against those of the version before, less what the
 * {@link Weather} explains and what is allowed at its age ({@link Warming}), by a {@link ShiftTest}. What is within the
 * resource's latency target is allowed at any age.
 */
final class Latency implements Examination {
    private static final String METRIC = "latency (us)";
    private static final String TEST = "sequential test of the mean of blocks";
    private static final int LEAST_BLOCKS = 12;
    private static final int LEAST_ABOVE = 4;
    private static final double LEAST_DEVIATION = 0.05;
    private static final double MIXTURE = 0.25;
    private static final long SECOND = 1_000_000_000L;
    private static final long[] STARTS = {
        0, SECOND, 3 * SECOND, 10 * SECOND, 30 * SECOND, 60 * SECOND, 180 * SECOND, 600 * SECOND
    };

    private final Criteria criteria;
    private final double rate;
    private final Control control;
    private final Series baseline;
    private final Warming warming;
    private final ShiftTest test;
    private final double withinTarget;
    private Blocks blocks;
    private long timed;
    private Finding failure;

    Latency(Criteria criteria, double rate, Baseline known) {
        this.criteria = criteria;
        this.rate = rate;
        List<Block> before = Blocks.of(0, known.settled());
        control = Control.of(before);
        baseline = Series.of(before.stream().mapToDouble(control::level).toArray(), LEAST_DEVIATION);
        warming = new Warming(
                criteria,
                known.coldPhases(),
                before.stream().mapToLong(Block::timed).sum());
        withinTarget = Math.log(criteria.latencyTarget().toNanos());
        test = new ShiftTest(baseline, MIXTURE, STARTS, LEAST_ABOVE);
    }

    @Override
    public void observe(Span span) {
        if (blocks == null) {
            blocks = new Blocks(span.beganNanos());
        }
        timed += span.latencyNanos().length;
        blocks.add(span).ifPresent(this::observe);
    }

    private void observe(Block block) {
        if (!comparable()) {
            return;
        }
        test.add(
                block.ageNanos(),
                control.level(block),
                Math.max(warming.allowance(block.ageNanos()), withinTarget - baseline.mean()));
        if (failure == null && test.p() <= rate) {
            failure = finding(Outcome.FAIL);
        }
    }

    @Override
    public boolean failed() {
        return failure != null;
    }

    @Override
    public List<Finding> interim() {
        return List.of(failure != null ? failure : finding(Outcome.OPEN));
    }

    @Override
    public List<Finding> conclusion() {
        if (failure != null) {
            return List.of(failure);
        }
        if (timed < criteria.minimumCalls()) {
            return List.of(without(
                    Outcome.NODATA,
                    "only " + timed + " calls were timed, and it takes " + criteria.minimumCalls()
                            + "; bake longer, or give it traffic"));
        }
        if (!comparable()) {
            return List.of(without(Outcome.INCONCLUSIVE, "the version before was not called enough to compare with"));
        }
        return List.of(finding(Outcome.PASS));
    }

    private boolean comparable() {
        return baseline.length() >= LEAST_BLOCKS;
    }

    private Finding finding(Outcome outcome) {
        if (test.blocks() == 0) {
            return without(outcome, comparable() ? "no call was timed so far" : "nothing to compare with");
        }
        double shift = test.shift();
        return new Finding(
                METRIC,
                TEST,
                Math.exp(baseline.mean()) / 1e3,
                Math.exp(test.mean()) / 1e3,
                Math.exp(shift),
                Math.exp(shift - test.margin()),
                Math.exp(shift + test.margin()),
                test.p(),
                rate,
                baseline.length(),
                test.blocks(),
                outcome,
                String.format(
                        "%.2f times as slow as the version before, where %.2f times was allowed on average",
                        Math.exp(shift), Math.exp(test.allowance())));
    }

    private Finding without(Outcome outcome, String remark) {
        return Finding.without(METRIC, TEST, baseline.length(), timed, outcome, remark);
    }
}
