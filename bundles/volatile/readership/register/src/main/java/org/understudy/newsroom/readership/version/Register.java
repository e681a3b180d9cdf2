package org.understudy.newsroom.readership.version;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each path was read, for any number of threads. Paths beyond the bound are not kept. */
final class Register {
    private final int bound;
    private final Map<String, LongAdder> readers = new ConcurrentHashMap<>();

    /** Keeps this many paths, a few more while threads race for the last places. */
    Register(int bound) {
        this.bound = bound;
    }

    void enter(String path) {
        LongAdder known = readers.get(path);
        if (known == null && readers.size() < bound) {
            known = readers.computeIfAbsent(path, first -> new LongAdder());
        }
        if (known != null) {
            known.increment();
        }
    }

    /** The path that was read most; empty before the first reader. */
    Optional<String> favourite() {
        return readers.entrySet().stream()
                .max((one, other) ->
                        Long.compare(one.getValue().sum(), other.getValue().sum()))
                .map(Map.Entry::getKey);
    }
}
