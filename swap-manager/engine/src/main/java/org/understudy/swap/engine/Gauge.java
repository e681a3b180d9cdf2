package org.understudy.swap.engine;

import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Where a started version reports values of the metrics that it declares.
 *
 * @param read reads the values now, by name; may throw or hang
 * @param source what the host knows it by
 */
public record Gauge(Callable<? extends Map<String, ?>> read, Object source) {}
