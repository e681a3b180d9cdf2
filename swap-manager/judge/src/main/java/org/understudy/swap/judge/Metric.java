package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric that the resource declares: its means over seconds, against those under the version before. The change is told
 * as a share of the mean before; where that is nothing, of the standard deviation before; where that is nothing too, as it
 * is.
 */
final class Metric implements Examination {
    private static final String TEST = "sequential test of the mean of seconds, as a share of the baseline";
    private static final double LEAST_DEVIATION = 0.02;
    private static final double MIXTURE = 0.3;
    private static final int LEAST_SECONDS = 8;
    private static final int LEAST_ABOVE = 3;

    private final Criteria criteria;
    private final MetricRule rule;
    private final double rate;
    private final double scale;
    private final List<Side> sides = new ArrayList<>();
    private final int secondsBefore;
    private final double meanBefore;
    private final Seconds seconds;
    private double total;
    private int observed;
    private long beganNanos;
    private boolean begun;
    private Finding failure;

    /** One direction in which it may change for the worse: 1 up, -1 down. */
    private record Side(int sign, ShiftTest test) {}

    Metric(Criteria criteria, MetricRule rule, double rate, List<Span> before) {
        this.criteria = criteria;
        this.rule = rule;
        this.seconds = new Seconds(this::value);
        double[] values = Seconds.of(before, this::value);
        Series raw = Series.of(values, 0);
        secondsBefore = values.length;
        meanBefore = raw.mean();
        double spread = Math.sqrt(raw.variance());
        scale = Math.abs(meanBefore) > 0 ? Math.abs(meanBefore) : spread > 0 ? spread : 1;
        if (rule.direction() != Direction.DECREASE) {
            sides.add(side(1, values));
        }
        if (rule.direction() != Direction.INCREASE) {
            sides.add(side(-1, values));
        }
        this.rate = rate / sides.size();
    }

    @Override
    public void observe(Span span) {
        if (!begun) {
            begun = true;
            beganNanos = span.beganNanos();
        }
        seconds.add(span).ifPresent(value -> observe(span.endedNanos() - beganNanos, value));
    }

    private void observe(long age, double value) {
        observed++;
        total += value;
        if (secondsBefore < LEAST_SECONDS) {
            return;
        }
        for (Side side : sides) {
            side.test.add(age, side.sign * value / scale, rule.allowedEffect());
            if (failure == null && rule.critical() && side.test.p() <= rate) {
                failure = finding(side, Outcome.FAIL);
            }
        }
    }

    @Override
    public boolean failed() {
        return failure != null;
    }

    @Override
    public List<Finding> interim() {
        if (failure != null) {
            return List.of(failure);
        }
        return observed == 0 || secondsBefore < LEAST_SECONDS ? List.of() : List.of(finding(worst(), Outcome.OPEN));
    }

    @Override
    public List<Finding> conclusion() {
        if (failure != null) {
            return List.of(failure);
        }
        if (observed == 0) {
            return List.of(without(
                    rule.mustHaveData() ? Outcome.NODATA : Outcome.PASS,
                    rule.mustHaveData()
                            ? "no value was reported; report it, or declare that it may be missing"
                            : "no value was reported, and it is declared that it may be missing"));
        }
        if (secondsBefore < LEAST_SECONDS) {
            return List.of(without(
                    rule.mustHaveData() ? Outcome.INCONCLUSIVE : Outcome.PASS,
                    "the version before reported too few values to compare with"));
        }
        boolean worse = worst().test.p() <= rate;
        return List.of(finding(worst(), worse ? Outcome.INCONCLUSIVE : Outcome.PASS));
    }

    private Side side(int sign, double[] values) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= sign / scale;
        }
        long late = Math.max(1, criteria.warming().toNanos());
        return new Side(
                sign, new ShiftTest(Series.of(scaled, LEAST_DEVIATION), MIXTURE, new long[] {0, late}, LEAST_ABOVE));
    }

    private Side worst() {
        Side worst = sides.get(0);
        for (Side side : sides) {
            worst = side.test.p() < worst.test.p() ? side : worst;
        }
        return worst;
    }

    private double value(Span span) {
        return span.metrics().getOrDefault(rule.name(), Double.NaN);
    }

    private Finding finding(Side side, Outcome outcome) {
        double now = total / observed;
        double effect = (now - meanBefore) / scale;
        return new Finding(
                rule.name(),
                TEST,
                meanBefore,
                now,
                effect,
                effect - side.test.margin(),
                effect + side.test.margin(),
                side.test.p(),
                rate,
                secondsBefore,
                observed,
                outcome,
                String.format(
                        "changed by %.0f %%, where %.0f %% is allowed", effect * 100, rule.allowedEffect() * 100));
    }

    private Finding without(Outcome outcome, String remark) {
        return Finding.without(rule.name(), TEST, secondsBefore, observed, outcome, remark);
    }
}
