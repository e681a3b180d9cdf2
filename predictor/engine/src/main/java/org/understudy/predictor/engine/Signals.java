package org.understudy.predictor.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.understudy.predict.Usage;

/**
 * The latest value of each thing outside that may change what is needed. Bounded: of too many names the one that was told
 * least lately ends. Told on any thread, taken in on the predictor's own.
 */
final class Signals {
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    /** A name has this value from now on; an empty one ends it. For any thread. */
    void tell(String name, String value) {
        synchronized (told) {
            put(told, name, value);
            if (told.size() > Usage.MOST_SIGNALS) {
                told.remove(eldest(told));
            }
        }
    }

    /** Hands on what has changed since this was last called: names with their values, empty for what has ended. */
    void takeIn(BiConsumer<String, String> circumstances) {
        Map<String, String> changes;
        synchronized (told) {
            changes = new LinkedHashMap<>(told);
            told.clear();
        }
        changes.forEach((name, value) -> change(name, value, circumstances));
    }

    private void change(String name, String value, BiConsumer<String, String> circumstances) {
        String before = known.getOrDefault(name, "");
        if (value.isEmpty()) {
            known.remove(name);
        } else {
            put(known, name, value);
        }
        if (known.size() > Usage.MOST_SIGNALS) {
            String eldest = eldest(known);
            known.remove(eldest);
            circumstances.accept(eldest, "");
        }
        if (!value.equals(before)) {
            circumstances.accept(name, value);
        }
    }

    /** Hands on all that holds, for a model that has heard of nothing yet. */
    void repeat(BiConsumer<String, String> circumstances) {
        known.forEach(circumstances);
    }

    private static void put(Map<String, String> map, String name, String value) {
        map.remove(name); // so that it is the latest
        map.put(name, value);
    }

    private static String eldest(Map<String, String> map) {
        return map.keySet().iterator().next();
    }
}
