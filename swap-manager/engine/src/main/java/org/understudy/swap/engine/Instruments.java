package org.understudy.swap.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * By what a started version tells how it is.
 *
 * @param probes its health checks, by name
 * @param gauges where it reports its metrics
 */
public record Instruments(List<HealthProbe> probes, List<Gauge> gauges) {
    /** Of a version that says nothing about itself. */
    public static final Instruments NONE = new Instruments(List.of(), List.of());

    /** Copies what can change. */
    public Instruments {
        probes = List.copyOf(probes);
        gauges = List.copyOf(gauges);
    }

    /** What the host knows them by, in the same order as long as nothing is registered or withdrawn. */
    List<Object> sources() {
        return Stream.concat(
                        probes.stream().map(HealthProbe::source),
                        gauges.stream().map(Gauge::source))
                .toList();
    }

    boolean isEmpty() {
        return probes.isEmpty() && gauges.isEmpty();
    }
}
