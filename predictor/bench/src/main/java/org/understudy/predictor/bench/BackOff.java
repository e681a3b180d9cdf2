package org.understudy.predictor.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came after the user's last few needs, for anyone: the longest row that was met before speaks first, and leaves a
 * share to the shorter ones for what it has not listed. Markov models with back-off and PPM differ in that share only.
 */
final class BackOff implements Predictor {
    private final String name;
    private final int order;
    private final Escape escape;
    private final Map<List<String>, Counts> contexts = new HashMap<>();
    private final Map<String, List<String>> past = new HashMap<>();
    private final Set<String> listed = new HashSet<>();

    BackOff(String name, int order, Escape escape) {
        this.name = name;
        this.order = order;
        this.escape = escape;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void state(String user, long time, Belief belief) {
        List<String> history = past.getOrDefault(user, List.of());
        Map<String, Double> shares = new LinkedHashMap<>();
        listed.clear();
        double left = 1;
        for (int length = Math.min(order, history.size()); length >= 0; length--) {
            Counts counts = contexts.get(last(history, length));
            if (counts != null) {
                left = add(counts, left, shares);
            }
        }
        belief.novel = shares.isEmpty() ? 1 : left;
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(Belief.LISTED)
                .forEach(e -> belief.add(e.getKey(), e.getValue()));
    }

    /** Adds what no longer row has listed; what is left for shorter ones. */
    private double add(Counts counts, double left, Map<String, Double> shares) {
        int total = 0;
        int different = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (!listed.contains(counts.item(i))) {
                total += counts.count(i);
                different++;
            }
        }
        double given = 0;
        for (int i = 0; i < counts.size() && total > 0; i++) {
            if (listed.add(counts.item(i))) {
                double share = left * escape.share(counts.count(i), total, different);
                shares.put(counts.item(i), share);
                given += share;
            }
        }
        return Math.max(0, left - given);
    }

    @Override
    public void learn(String user, long time, String item) {
        List<String> history = past.computeIfAbsent(user, u -> new ArrayList<>());
        for (int length = 0; length <= Math.min(order, history.size()); length++) {
            contexts.computeIfAbsent(last(history, length), c -> new Counts()).add(item);
        }
        history.add(item);
        if (history.size() > order) {
            history.remove(0);
        }
    }

    private static List<String> last(List<String> history, int length) {
        return List.copyOf(history.subList(history.size() - length, history.size()));
    }
}
