package org.understudy.predictor.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each item came in a context, kept in the order of how often. */
final class Counts {
    private final Map<String, Integer> place = new HashMap<>();
    private final List<String> items = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private int total;

    void add(String item) {
        total++;
        Integer known = place.get(item);
        int at = known == null ? items.size() : known;
        if (known == null) {
            items.add(item);
            counts.add(0);
        }
        int count = counts.get(at) + 1;
        int to = at;
        while (to > 0 && counts.get(to - 1) < count) {
            to--;
        }
        String displaced = items.get(to);
        items.set(at, displaced);
        counts.set(at, counts.get(to));
        place.put(displaced, at);
        items.set(to, item);
        counts.set(to, count);
        place.put(item, to);
    }

    int total() {
        return total;
    }

    int size() {
        return items.size();
    }

    String item(int at) {
        return items.get(at);
    }

    int count(int at) {
        return counts.get(at);
    }
}
