package org.understudy.predictor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/**
 * What is learned from needs and what follows for those to come. Asks a model that was put in its place by somebody, as
 * long as that gives sensible answers, and otherwise the one that comes along, which learns all the time. For one thread.
 */
final class Foresight {
    /** Stands for a user never seen: the roster gives numbers from one. */
    static final long NOBODY = 0;

    private final CheckedModel own;
    private final Consumer<String> complaints;
    private final Contest contest = new Contest();
    private final Crowd crowd;
    private CheckedModel asked;
    private long events;

    /**
     * Creates one.
     *
     * @param own the model that comes along
     * @param activeMillis how long after a need a user counts as active
     * @param complaints is told when a model has to be left
     */
    Foresight(PredictionModel own, long activeMillis, Consumer<String> complaints) throws ModelFailure {
        this.own = new CheckedModel(own);
        this.asked = this.own;
        this.crowd = new Crowd(activeMillis);
        this.complaints = complaints;
    }

    /** From now on this model is asked; empty for the one that comes along. */
    void ask(Optional<PredictionModel> other) {
        try {
            asked = other.isPresent() ? new CheckedModel(other.get()) : own;
            contest.modelChanges();
        } catch (ModelFailure e) {
            leave(e);
        }
    }

    private void leave(ModelFailure failure) {
        if (asked == own) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        complaints.accept(failure.getMessage() + "; " + own.name() + " is asked instead, until another model comes");
        asked = own;
        contest.modelChanges();
    }

    /** What a model is asked. */
    private interface Question<T> {
        T to(CheckedModel model) throws ModelFailure;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.to(asked);
        } catch (ModelFailure e) {
            leave(e);
        }
        try {
            return question.to(own);
        } catch (ModelFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Takes a need in. */
    void learn(Need need) {
        boolean first = contest.recent().of(need.user()).isEmpty();
        Next stated = ask(model -> model.next(need.user(), need.millis()));
        contest.judge(need, Optional.of(stated), first);
        crowd.add(need);
        ask(model -> {
            model.learn(need);
            return "";
        });
        if (asked != own) {
            learnAside(need);
        }
        events++;
    }

    private void learnAside(Need need) {
        try {
            own.learn(need);
        } catch (ModelFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Forgets a user. */
    void forget(long user) {
        for (CheckedModel model : asked == own ? List.of(own) : List.of(own, asked)) {
            try {
                model.forget(user);
            } catch (ModelFailure e) {
                leave(e);
            }
        }
        contest.forget(user);
        crowd.forget(user);
    }

    /** What a user will need. */
    Outlook user(long user, Instant at) {
        Optional<Rule> rule = contest.fallback();
        if (rule.isPresent()) {
            return outlook(at, rule.get().name(), 1, rule.get().next(user), List.of());
        }
        return ask(model -> outlook(
                at,
                model.name(),
                model.horizon(),
                model.next(user, at.toEpochMilli()),
                model.within(user, at.toEpochMilli())));
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

    /** What anyone who is active will need. */
    Outlook anyone(Instant at) {
        long millis = at.toEpochMilli();
        Optional<Rule> rule = contest.fallback();
        return ask(model -> {
            int horizon = rule.isPresent() ? 1 : model.horizon();
            Map<String, Double> nearest = new HashMap<>();
            for (long user : crowd.active(millis)) {
                Next next = rule.isPresent() ? rule.get().next(user) : model.next(user, millis);
                next.resources().forEach(each -> nearest.merge(each.resource(), each.probability(), Math::max));
            }
            Map<String, Double> soon = new HashMap<>();
            crowd.anyone(
                            user -> rule.isPresent() ? rule.get().next(user).resources() : model.within(user, millis),
                            horizon,
                            millis)
                    .forEach(each -> soon.put(each.resource(), each.probability()));
            return new Outlook(at, rule.map(Rule::name).orElse(model.name()), horizon, 0, likelihoods(nearest, soon));
        });
    }

    /** What speaks for a resource, for the active user for whom it is the likeliest next one. */
    List<Evidence> why(String resource, Instant at) {
        long millis = at.toEpochMilli();
        return ask(model -> {
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
        });
    }

    List<ModelQuality> quality() {
        return contest.quality(asked.name());
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
