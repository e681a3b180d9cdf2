package org.understudy.resource;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a version registers that reports the values of the metrics which {@link Resource#metrics()} declares. A service of
 * the version; only the swap-manager sees it. Several may share the metrics among them.
 *
 * <p>It is read about four times a second while the version is on stage, off the threads that answer. What it reports is
 * what is so at the time, not a sum since the start: a queue's length, a share of hits, items a second. A metric that is
 * not in the map, or no finite number, has no value at that time; neither has any while a read throws or takes long.
 */
@ConsumerType
@FunctionalInterface
public interface Metrics {
    /**
     * The values now, by the metrics' names. Called from one thread at a time; it has to be quick and to change nothing.
     *
     * @throws Exception what it cannot read
     */
    Map<String, Double> read() throws Exception;
}
