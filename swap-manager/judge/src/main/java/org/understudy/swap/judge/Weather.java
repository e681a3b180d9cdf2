package org.understudy.swap.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How slow the machine is for everybody, told by the resources that are not on trial. When a core is taken away, all of
 * them become slow at once; a resource that is slow together with all others is not to blame for that part of it. It is a
 * ratio to what is usual: 1 is as usual, 2 is half as fast.
 *
 * <p>Feed it with one span of each resource that was called, then ask. A resource that has just changed its version, or is
 * new here, does not count until it has been warm for a while; it then joins at the ratio that the others say, so that the
 * scale does not jump. Bounded by the number of resources. Not thread-safe.
 */
public final class Weather {
    private static final long SETTLING_NANOS = 15_000_000_000L;
    private static final int JOINING_BLOCKS = 25;
    private static final int LEAST_OTHERS = 2;
    private static final long STALE_NANOS = 1_000_000_000L;

    private final Map<String, Station> stations = new HashMap<>();
    private long nowNanos;

    /** What is known of one resource. */
    private static final class Station {
        private Blocks blocks;
        private final long beganNanos;
        private double usual;
        private int joined;
        private double deviation = Double.NaN;
        private long atNanos;

        Station(long beganNanos) {
            this.beganNanos = beganNanos;
            this.blocks = new Blocks(beganNanos);
        }

        boolean counts(long now) {
            return joined >= JOINING_BLOCKS && now - atNanos < STALE_NANOS;
        }
    }

    /** What was observed of this resource. */
    public void observe(String resource, Span span) {
        nowNanos = Math.max(nowNanos, span.endedNanos());
        Station station = stations.computeIfAbsent(resource, name -> new Station(span.beganNanos()));
        Optional<Block> block = station.blocks.add(span);
        if (block.isEmpty() || block.get().ageNanos() < SETTLING_NANOS) {
            return;
        }
        double level = block.get().level();
        if (station.joined < JOINING_BLOCKS) {
            double others = ofOthers(resource);
            double here = level - (Double.isNaN(others) ? 0 : others);
            station.usual += (here - station.usual) / ++station.joined;
        }
        station.deviation = level - station.usual;
        station.atNanos = span.endedNanos();
    }

    /** This resource has another version since then. */
    public void changed(String resource, long flippedNanos) {
        stations.put(resource, new Station(flippedNanos));
    }

    /** This resource is gone. */
    public void forget(String resource) {
        stations.remove(resource);
    }

    /** The ratio for this resource, told by all others; NaN while fewer than two of them can tell. */
    public double forResource(String resource) {
        return Math.exp(ofOthers(resource));
    }

    private double ofOthers(String resource) {
        double sum = 0;
        int others = 0;
        for (Map.Entry<String, Station> entry : stations.entrySet()) {
            if (!entry.getKey().equals(resource) && entry.getValue().counts(nowNanos)) {
                sum += entry.getValue().deviation;
                others++;
            }
        }
        return others < LEAST_OTHERS ? Double.NaN : sum / others;
    }
}
