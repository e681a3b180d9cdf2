package org.understudy.swap.judge;

import java.util.Objects;

/**
 * How a metric is judged that a resource declares itself. It is compared with the values under the version before.
 *
 * @param name the key in {@link Span#metrics}
 * @param direction which change is one for the worse
 * @param critical whether it fails a version by itself; else it only makes the verdict inconclusive
 * @param mustHaveData whether a version cannot pass that reports no value of it
 * @param allowedEffect which change for the worse is tolerated, as a share of the value before: 0.1 for a tenth; above 0,
 *     at most 10
 */
public record MetricRule(
        String name, Direction direction, boolean critical, boolean mustHaveData, double allowedEffect) {
    private static final double LARGEST_EFFECT = 10;

    /**
     * Refuses a rule that makes no sense.
     *
     * @throws IllegalArgumentException naming the metric, the reason and the way out
     */
    public MetricRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric without a name; name it as the resource reports it");
        }
        if (!(allowedEffect > 0 && allowedEffect <= LARGEST_EFFECT)) {
            throw new IllegalArgumentException("metric " + name + ": an allowed effect of " + allowedEffect
                    + " is none; give the tolerated share of change, such as 0.1 for 10 %, above 0 and at most 10");
        }
        if (direction != Direction.INCREASE && allowedEffect >= 1) {
            throw new IllegalArgumentException("metric " + name + ": it cannot fall by "
                    + Math.round(allowedEffect * 100) + " %, so this rule would never fail; allow less than 1, such as"
                    + " 0.5, or judge its " + Direction.INCREASE);
        }
    }
}
