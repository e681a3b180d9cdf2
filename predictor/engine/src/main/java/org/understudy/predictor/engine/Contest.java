package org.understudy.predictor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.PredictionModel.Next;

/**
 * The model beside the simplest rules, all asked about the same needs before they learn them. Where the model does worse
 * than the best rule for long, that rule is gone by until the model is better again for as long. For one thread.
 */
final class Contest {
    /** By so many bits for each need one has to be worse than the other. */
    static final double MARGIN_BITS = 0.05;

    /** For so many needs in a row. */
    static final int LONG = 300;

    private final MostFrequent frequent = new MostFrequent();
    private final MostRecent recent = new MostRecent();
    private final List<Rule> rules = List.of(frequent, recent);
    private final List<Score> scores = rules.stream().map(rule -> new Score()).toList();
    private Score score = new Score();
    private Rule fallback;
    private int against;

    /** Another model takes part: it is judged by what it does from now on. */
    void modelChanges() {
        score = new Score();
        fallback = null;
        against = 0;
    }

    /**
     * A need, before anybody learns it.
     *
     * @param stated what the model has stated; empty where it could not
     * @param first whether it is the first one of its user: nothing can be known then, and nobody is judged by it
     */
    void judge(Need need, Optional<Next> stated, boolean first) {
        boolean novel = !frequent.knows(need.resource());
        int seen = frequent.counts().size();
        if (!first) {
            for (int i = 0; i < rules.size(); i++) {
                scores.get(i).add(rules.get(i).next(need.user()), need.resource(), seen, novel);
            }
            stated.ifPresent(next -> score.add(next, need.resource(), seen, novel));
            decide();
        }
        rules.forEach(rule -> rule.learn(need.user(), need.resource()));
    }

    private int best() {
        return scores.get(0).bits() <= scores.get(1).bits() ? 0 : 1;
    }

    private void decide() {
        int best = best();
        double ahead = score.bits() - scores.get(best).bits();
        boolean speaksAgainst = fallback == null ? ahead > MARGIN_BITS : ahead < -MARGIN_BITS;
        against = speaksAgainst ? against + 1 : 0;
        if (against >= LONG) {
            fallback = fallback == null ? rules.get(best) : null;
            against = 0;
        }
    }

    /**
     * The rule that is gone by instead of a model, if one is.
     *
     * @param answers whether there is a model that answers sensibly
     */
    Optional<Rule> instead(boolean answers) {
        return answers ? Optional.ofNullable(fallback) : Optional.of(better());
    }

    /** The rule that is gone by, or would be. */
    Rule better() {
        return fallback == null ? rules.get(best()) : fallback;
    }

    void forget(long user) {
        rules.forEach(rule -> rule.forget(user));
    }

    /** How often each resource was needed. */
    MostFrequent frequent() {
        return frequent;
    }

    /** What each user needed last. */
    MostRecent recent() {
        return recent;
    }

    /**
     * How all of them have done, the one that is gone by first.
     *
     * @param model which one is asked; empty where none answers sensibly
     */
    List<ModelQuality> quality(Optional<String> model) {
        Optional<Rule> instead = instead(model.isPresent());
        List<ModelQuality> all = new ArrayList<>();
        model.ifPresent(name -> all.add(quality(name, score, instead.isEmpty(), false)));
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            all.add(quality(rule.name(), scores.get(i), instead.equals(Optional.of(rule)), true));
        }
        all.sort(Comparator.comparing(ModelQuality::trusted).reversed());
        return all;
    }

    private static ModelQuality quality(String name, Score of, boolean trusted, boolean baseline) {
        return new ModelQuality(
                name,
                trusted,
                baseline,
                Math.min(of.told(), Score.WINDOW),
                of.hit1(),
                of.hit5(),
                of.reciprocalRank(),
                of.bits(),
                of.calibrationError());
    }
}
