package org.understudy.newsroom.demo.check;

/**
 * What swaps are measured with.
 *
 * @param gaps the gaps in service
 * @param restarts the swaps that stop the old version first
 * @param handovers the swaps that hand state over
 * @param probe the flips
 */
public record Meters(GapMeter gaps, HoldMeter restarts, HoldMeter handovers, FlipProbe probe) {}
