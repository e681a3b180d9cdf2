package org.understudy.predictor.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.understudy.predictor.model.Explanation.Reason;

/**
 * The belief before something is needed: puts situation, contexts, candidates and weights together, and lets each learn
 * what came.
 */
final class Forecast {
    private static final int INTERVALS = 15;

    final Situation situation;
    final Contexts contexts;
    final Candidates candidates;
    private final UserTable users;
    private final ItemDictionary items;
    private final PersonalWeights personal;
    private final Circumstances circumstances;
    private final Mixer mixer;
    private final RecencyWeights recency;
    private final PopularityWeights popularity;
    private final SurpriseEstimate novelty = new SurpriseEstimate(0.2f);
    private final SurpriseEstimate others = new SurpriseEstimate(0.2f);
    private final Calibration calibration = new Calibration(INTERVALS);

    /** The probability of each candidate. */
    final float[] p;

    /** The probability of what was never seen. */
    double novel;
    /** The probability of what was seen and is no candidate. */
    double rest;

    private int top;
    private float statedTop;
    private int stated;
    private double topP;
    private double othersScale;

    Forecast(
            UserTable users,
            ItemDictionary items,
            ContextStore store,
            PersonalWeights personal,
            Circumstances circumstances,
            Settings settings) {
        this.users = users;
        this.items = items;
        this.personal = personal;
        this.circumstances = circumstances;
        situation = new Situation(new TimeOfDay(settings.utcOffsetMinutes()));
        contexts = new Contexts(store, circumstances);
        candidates = new Candidates(store, settings.items());
        mixer = new Mixer(store, candidates, personal.evidence);
        recency = new RecencyWeights(personal.ranks);
        popularity = new PopularityWeights(items);
        p = mixer.p;
    }

    void state(long user, long time, TimeScale scale, int now) {
        stated = now;
        situation.look(user, time, users, scale);
        contexts.find(situation);
        candidates.gather(situation, contexts.found, users);
        int person = personal.of(situation.slot);
        int hash = situation.last() == ItemDictionary.NONE
                ? 0
                : items.name(situation.last()).hashCode();
        hash ^= hash >>> 16;
        mixer.mix(contexts.matched(), hash, person);
        recency.look(situation, hash, person);
        for (int c = 0; c < candidates.size; c++) {
            float more = popularity.score(candidates.item[c], now);
            int rank = candidates.rank[c];
            mixer.add(c, rank < UserTable.RECENT ? more + recency.score(rank) : more);
        }
        mixer.normalize();
        surprises(hash);
        calibrate();
    }

    private void surprises(int hash) {
        top = -1;
        float most = 0;
        for (int c = 0; c < candidates.size; c++) {
            if (p[c] > most) {
                most = p[c];
                top = c;
            }
        }
        novel = novelty.state(situation, contexts.matched(), most, hash, 0);
        float other = others.state(situation, contexts.matched(), most, hash, 1);
        if (candidates.size == 0) {
            rest = items.size() == 0 ? 0 : 1 - novel;
            novel = 1 - rest;
        } else {
            rest = items.size() > candidates.size ? (1 - novel) * other : 0;
        }
    }

    /** Corrects the best one's probability by what became of such statements; the others share what is left. */
    private void calibrate() {
        if (top < 0) {
            return;
        }
        float known = (float) (1 - novel - rest);
        statedTop = known * p[top];
        float second = 0;
        for (int c = 0; c < candidates.size; c++) {
            second = c == top ? second : Math.max(second, p[c]);
        }
        second *= known;
        float left = 1 - statedTop;
        float least = second / (left + second);
        float best = Math.min(0.9999f, Math.max(least, calibration.apply(statedTop)));
        spread(left > 1e-6f ? best : 1 - novel - rest);
    }

    /** States the best one's probability, and spreads the rest in double precision, so that all sum to one. */
    private void spread(double best) {
        double sum = 0;
        for (int c = 0; c < candidates.size; c++) {
            sum += c == top ? 0 : p[c];
        }
        double left = 1 - best;
        double before = novel + rest + sum * (1 - novel - rest);
        if (sum > 0 || novel + rest > 0) {
            double scale = left / before;
            othersScale = scale * (1 - novel - rest);
            novel *= scale;
            rest *= scale;
            topP = best;
        } else {
            topP = 1;
        }
    }

    /** The probability of a candidate to be next. */
    double probability(int candidate) {
        return candidate == top ? topP : p[candidate] * othersScale;
    }

    /** Lets the weights learn what came; the item is {@link ItemDictionary#NONE} if it is not known. */
    void learn(int item, int now) {
        int target = candidates.indexOf(item);
        boolean unknown = item == ItemDictionary.NONE;
        if (candidates.size > 0) {
            novelty.learn(unknown);
            if (!unknown) {
                others.learn(target < 0);
            }
            calibration.learn(statedTop, target == top);
        }
        if (target >= 0) {
            mixer.learn(target, now);
            for (int c = 0; c < candidates.size; c++) {
                float g = mixer.gradient(c);
                if (g != 0) {
                    popularity.learn(candidates.item[c], now, g);
                    if (candidates.rank[c] < UserTable.RECENT) {
                        recency.learn(candidates.rank[c], g);
                    }
                }
            }
        }
    }

    /** What speaks for an item and against it. */
    Explanation explain(int item) {
        int candidate = candidates.indexOf(item);
        if (candidate < 0) {
            return new Explanation(0, List.of());
        }
        List<Reason> reasons = new ArrayList<>(mixer.reasons(candidate, circumstances));
        reasons.add(new Reason("how often anyone needed it, and when last", popularity.score(item, stated), 0, 0));
        int rank = candidates.rank[candidate];
        if (rank < UserTable.RECENT) {
            reasons.add(new Reason("among the user's recent ones, place " + (rank + 1), recency.score(rank), 0, 0));
        }
        reasons.sort(Comparator.comparingDouble((Reason r) -> -Math.abs(r.weight())));
        return new Explanation(probability(candidate), reasons);
    }

    /** Two bits: was it novel, was it no candidate. */
    int surprise(int item) {
        return item == ItemDictionary.NONE ? 1 : candidates.indexOf(item) < 0 ? 2 : 0;
    }

    void walk(State state) {
        mixer.walk(state);
        recency.walk(state);
        popularity.walk(state);
        novelty.walk(state);
        others.walk(state);
        calibration.walk(state);
    }
}
