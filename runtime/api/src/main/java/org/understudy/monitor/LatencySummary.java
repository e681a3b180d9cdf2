package org.understudy.monitor;

/**
 * How long calls took over the last half to whole minute, in milliseconds, to two digits. All NaN where no call was timed.
 *
 * @param timed how many calls were timed; at high rates that is only one in many
 * @param p50 half of them were faster
 * @param p95 all but one in twenty
 * @param p99 all but one in a hundred
 * @param max all of those that were timed
 */
public record LatencySummary(long timed, double p50, double p95, double p99, double max) {
    /** No call was timed. */
    public static final LatencySummary NONE = new LatencySummary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
