package org.understudy.predictor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.understudy.predict.PredictionModel.Scored;

/**
 * What anyone will need, over the users who are active. If they were independent, nobody would need a resource with the
 * product of the probabilities that each of them does not. They are not: a front page makes all of them need the same. So
 * what follows from the product is put right by a {@link Correction}, which learns from one statement after the other. For
 * one thread.
 */
final class Crowd {
    /** Of so many users at most, those who were active last. */
    static final int MOST = 128;

    private final long activeMillis;
    private final Map<Long, Long> seen = new LinkedHashMap<>(16, 0.75f, true);
    private final Correction correction = new Correction();
    private Statement pending;

    /**
     * Creates one.
     *
     * @param activeMillis how long after a need a user counts as active
     */
    Crowd(long activeMillis) {
        this.activeMillis = activeMillis;
    }

    /** What was stated for those who were active then, and what came so far. */
    private static final class Statement {
        private final Map<String, Double> independent;
        private final Map<Long, Integer> open = new HashMap<>();
        private final Set<String> needed = new HashSet<>();
        private final long untilMillis;

        Statement(Map<String, Double> independent, Collection<Long> users, int horizon, long untilMillis) {
            this.independent = independent;
            users.forEach(user -> open.put(user, horizon));
            this.untilMillis = untilMillis;
        }

        void take(Need need) {
            Integer left = open.get(need.user());
            if (left != null) {
                needed.add(need.resource());
                open.put(need.user(), left - 1);
                open.remove(need.user(), 0);
            }
        }
    }

    /** What each of the users will need. */
    interface Beliefs {
        List<Scored> within(long user) throws ModelFailure;
    }

    /** A user needs a resource. */
    void add(Need need) {
        seen.put(need.user(), need.millis());
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
        if (pending != null && need.millis() > pending.untilMillis) {
            learn();
        }
        if (pending != null) {
            pending.take(need);
            if (pending.open.isEmpty()) {
                learn();
            }
        }
    }

    void forget(long user) {
        seen.remove(user);
        pending = null; // it may hold what only this user needed
    }

    /** Who is active. */
    List<Long> active(long millis) {
        seen.values().removeIf(last -> last < millis - activeMillis);
        return List.copyOf(seen.keySet());
    }

    /**
     * The probability, for each resource, that any of those who are active needs it within the horizon; the likeliest first.
     *
     * @param horizon within how many needs of each
     * @param millis now
     * @param meant whether this is meant for now, and held against what comes
     */
    List<Scored> anyone(Beliefs beliefs, int horizon, long millis, boolean meant) throws ModelFailure {
        List<Long> users = active(millis);
        Map<String, Double> independent = new HashMap<>();
        for (long user : users) {
            for (Scored each : beliefs.within(user)) {
                independent.merge(
                        each.resource(), 1 - each.probability(), (one, other) -> one * other); // that nobody does
            }
        }
        independent.replaceAll((resource, nobody) -> 1 - nobody);
        if (meant && pending == null && !users.isEmpty()) {
            pending = new Statement(independent, users, horizon, millis + activeMillis);
        }
        List<Scored> scored = new ArrayList<>();
        independent.forEach((resource, probability) -> scored.add(new Scored(resource, correction.of(probability))));
        scored.sort(Comparator.comparingDouble(Scored::probability).reversed().thenComparing(Scored::resource));
        return scored;
    }

    private void learn() {
        pending.independent.forEach(
                (resource, probability) -> correction.learn(probability, pending.needed.contains(resource)));
        pending = null;
    }
}
