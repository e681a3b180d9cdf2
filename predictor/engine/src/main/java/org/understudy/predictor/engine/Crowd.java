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
 * what follows from the product is corrected by what really came: a straight line on log-odds, learned online from one
 * statement after the other. For one thread.
 */
final class Crowd {
    /** Of so many users at most, those who were active last. */
    static final int MOST = 128;

    private static final double RATE = 0.05;
    private static final double STEEPEST = 3;

    private final long activeMillis;
    private final Map<Long, Long> seen = new LinkedHashMap<>(16, 0.75f, true);
    private double slope = 1;
    private double shift;
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
        if (pending != null) {
            Integer left = pending.open.get(need.user());
            if (left != null) {
                pending.needed.add(need.resource());
                pending.open.put(need.user(), left - 1);
                pending.open.remove(need.user(), 0);
            }
            if (pending.open.isEmpty() || need.millis() > pending.untilMillis) {
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
        independent.forEach((resource, probability) -> scored.add(new Scored(resource, corrected(probability))));
        scored.sort(Comparator.comparingDouble(Scored::probability).reversed().thenComparing(Scored::resource));
        return scored;
    }

    private double corrected(double probability) {
        return logistic(slope * logit(probability) + shift);
    }

    private void learn() {
        pending.independent.forEach((resource, probability) -> {
            double odds = logit(probability);
            double error = (pending.needed.contains(resource) ? 1 : 0) - logistic(slope * odds + shift);
            slope = Math.max(0.1, Math.min(STEEPEST, slope + RATE * error * odds / (1 + odds * odds)));
            shift = Math.max(-STEEPEST, Math.min(STEEPEST, shift + RATE * error));
        });
        pending = null;
    }

    private static double logit(double probability) {
        double inside = Math.max(1e-4, Math.min(1 - 1e-4, probability));
        return Math.log(inside / (1 - inside));
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
