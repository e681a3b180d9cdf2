package org.understudy.predictor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/** What the latest users needed most often will be needed next, by whomever. Knows of each who added what. */
final class MostFrequent implements Rule {
    private static final int MOST_USERS = 4_096;

    private final Map<String, Long> counts = new HashMap<>();
    private final Map<Long, Map<String, Long>> shares = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<String, Long>> eldest) {
            boolean surplus = size() > MOST_USERS;
            if (surplus) { // or nobody would know what to take back when that user is forgotten
                takeBack(eldest.getValue());
            }
            return surplus;
        }
    };
    private long total;

    @Override
    public String name() {
        return "most frequent";
    }

    @Override
    public Next next(long user) {
        double all = total + counts.size();
        if (all == 0) {
            return new Next(1, List.of());
        }
        List<Scored> scored = new ArrayList<>();
        counts.forEach((resource, count) -> scored.add(new Scored(resource, count / all)));
        scored.sort(Comparator.comparingDouble(Scored::probability).reversed().thenComparing(Scored::resource));
        return new Next(counts.size() / all, scored);
    }

    @Override
    public void learn(long user, String resource) {
        add(resource, 1);
        shares.computeIfAbsent(user, number -> new HashMap<>()).merge(resource, 1L, Long::sum);
    }

    private void add(String resource, long times) {
        long now = counts.merge(resource, times, Long::sum);
        if (now <= 0) {
            counts.remove(resource);
        }
        total += times;
    }

    @Override
    public void forget(long user) {
        Map<String, Long> share = shares.remove(user);
        if (share != null) {
            takeBack(share);
        }
    }

    private void takeBack(Map<String, Long> share) {
        share.forEach((resource, times) -> add(resource, -times));
    }

    /** How often the user needed anything, as far as is known. */
    long events(long user) {
        return shares.getOrDefault(user, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How often each was needed. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Whether it was needed before. */
    boolean knows(String resource) {
        return counts.containsKey(resource);
    }
}
