package org.understudy.bench.dispatch;

/**
 * What one call costs.
 *
 * @param way the way to the service, as the benchmark method is called
 * @param versions how many versions it had seen
 * @param threads how many threads called at once
 * @param p10Nanos the 10th percentile of the windows, in nanoseconds a call and thread
 * @param medianNanos their median
 */
record Figure(String way, int versions, int threads, double p10Nanos, double medianNanos) {}
