package org.understudy.predictor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/**
 * What is learned from needs and what follows for those to come. Goes by a model as long as one gives sensible answers, and
 * otherwise by the better one of the simple rules, which learn all the time. For one thread.
 */
final class Foresight {
    /** Stands for a user never seen: the roster gives numbers from one. */
    static final long NOBODY = 0;

    private final Panel panel;
    private final Contest contest = new Contest();
    private final Crowd crowd;
    private long events;

    /**
     * Creates one that goes by the rules until there is a model.
     *
     * @param activeMillis how long after a need a user counts as active
     */
    Foresight(Panel panel, long activeMillis) {
        this.panel = panel;
        this.crowd = new Crowd(activeMillis);
    }

    /** Another model is asked from now on: it is judged by what it does itself. */
    void modelChanges() {
        contest.modelChanges();
    }

    /** Takes a need in. */
    void learn(Need need) {
        boolean first = contest.recent().of(need.user()).isEmpty();
        contest.judge(need, panel.state(need), first);
        crowd.add(need);
        panel.learn(need);
        events++;
    }

    /**
     * Forgets a user.
     *
     * @return whether the model has as well; otherwise it is made to as soon as it answers
     */
    boolean forget(long user) {
        contest.forget(user);
        crowd.forget(user);
        return panel.forget(user);
    }

    /** The rule that is gone by instead of a model, if one is. */
    private Optional<Rule> rule() {
        return contest.instead(panel.trusted().isPresent());
    }

    /** What a user will need. */
    Outlook user(long user, Instant at) {
        Optional<Outlook> stated = rule().isPresent()
                ? Optional.empty()
                : panel.ask(model -> outlook(
                        at,
                        model.name(),
                        model.horizon(),
                        model.next(user, at.toEpochMilli()),
                        model.within(user, at.toEpochMilli())));
        return stated.orElseGet(() -> {
            Rule rule = contest.better();
            return outlook(at, rule.name(), 1, rule.next(user), List.of());
        });
    }

    private static Outlook outlook(Instant at, String model, int horizon, Next next, List<Scored> within) {
        Map<String, Double> soon = new HashMap<>();
        within.forEach(each -> soon.put(each.resource(), each.probability()));
        Map<String, Double> nearest = new HashMap<>();
        next.resources().forEach(each -> nearest.put(each.resource(), each.probability()));
        nearest.forEach((resource, probability) -> soon.merge(resource, probability, Math::max)); // the next is within
        return new Outlook(at, model, horizon, next.unseen(), likelihoods(nearest, soon));
    }

    private static List<Outlook.Likelihood> likelihoods(Map<String, Double> nearest, Map<String, Double> soon) {
        List<Outlook.Likelihood> likelihoods = new ArrayList<>();
        soon.forEach((resource, within) -> likelihoods.add(new Outlook.Likelihood(
                resource, Math.min(1, nearest.getOrDefault(resource, 0.0)), Math.min(1, within))));
        likelihoods.sort(Comparator.comparingDouble(Outlook.Likelihood::within)
                .thenComparingDouble(Outlook.Likelihood::next)
                .reversed()
                .thenComparing(Outlook.Likelihood::resource));
        return likelihoods;
    }

    /**
     * What anyone who is active will need.
     *
     * @param other a time at which they would need it; empty for now
     */
    Outlook anyone(Instant now, Optional<Instant> other) {
        long millis = other.orElse(now).toEpochMilli();
        Optional<Outlook> stated = rule().isPresent()
                ? Optional.empty()
                : panel.ask(model -> anyone(
                        now,
                        other,
                        model.name(),
                        model.horizon(),
                        user -> model.next(user, millis),
                        user -> model.within(user, millis)));
        return stated.orElseGet(() -> {
            Rule rule = contest.better();
            try {
                return anyone(now, other, rule.name(), 1, rule::next, user -> rule.next(user)
                        .resources());
            } catch (ModelFailure e) {
                throw new IllegalStateException("a rule does not fail", e);
            }
        });
    }

    /** What comes next for a user. */
    private interface Expectation {
        Next of(long user) throws ModelFailure;
    }

    private Outlook anyone(
            Instant now, Optional<Instant> other, String name, int horizon, Expectation next, Crowd.Beliefs within)
            throws ModelFailure {
        long millis = now.toEpochMilli();
        Map<String, Double> nearest = new HashMap<>();
        for (long user : crowd.active(millis)) {
            next.of(user).resources().forEach(each -> nearest.merge(each.resource(), each.probability(), Math::max));
        }
        Map<String, Double> soon = new HashMap<>();
        crowd.anyone(within, horizon, millis, other.isEmpty())
                .forEach(each -> soon.put(each.resource(), each.probability()));
        return new Outlook(other.orElse(now), name, horizon, 0, likelihoods(nearest, soon));
    }

    /** What speaks for a resource, for the active user for whom it is the likeliest next one; nothing where no model is asked. */
    List<Evidence> why(String resource, Instant at) {
        long millis = at.toEpochMilli();
        return panel.<List<Evidence>>ask(model -> {
                    long likeliest = NOBODY;
                    double best = -1;
                    for (long user : crowd.active(millis)) {
                        double probability = model.next(user, millis).resources().stream()
                                .filter(each -> each.resource().equals(resource))
                                .mapToDouble(Scored::probability)
                                .findFirst()
                                .orElse(0);
                        if (probability > best) {
                            best = probability;
                            likeliest = user;
                        }
                    }
                    return model.why(likeliest, millis, resource);
                })
                .orElse(List.of());
    }

    List<ModelQuality> quality() {
        return contest.quality(panel.trusted());
    }

    Contest contest() {
        return contest;
    }

    int active(Instant at) {
        return crowd.active(at.toEpochMilli()).size();
    }

    long events() {
        return events;
    }
}
