package org.understudy.swap.judge;

/**
 * The calls of one or some neighbouring spans, as one observation.
 *
 * @param ageNanos how old the generation was at its end
 * @param level the logarithm of a typical latency in ns: the mean of the middle three fifths of the logarithms
 * @param weather the logarithm of the weather; NaN if unknown
 * @param timed of how many calls
 */
record Block(long ageNanos, double level, double weather, int timed) {}
