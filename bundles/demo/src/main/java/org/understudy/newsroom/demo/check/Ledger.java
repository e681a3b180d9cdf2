package org.understudy.newsroom.demo.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.understudy.newsroom.FaultLedger;

/** What faulty versions say they did. Safe for use by many threads. */
public final class Ledger implements FaultLedger {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String resource, String version) {
        counts.computeIfAbsent(resource + " " + version, key -> new LongAdder()).increment();
    }

    /** How many failures all versions counted. */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The counts, by resource and version. */
    public Map<String, Long> byVersion() {
        Map<String, Long> result = new TreeMap<>();
        counts.forEach((key, adder) -> result.put(key, adder.sum()));
        return result;
    }
}
