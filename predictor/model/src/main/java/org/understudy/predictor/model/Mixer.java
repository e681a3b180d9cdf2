package org.understudy.predictor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.understudy.predictor.model.Explanation.Reason;

/**
 * Mixes the evidence into one probability for each candidate, an online conditional logit: the score of a candidate is,
 * over its hits, weight x strength of the state, plus a learned value of the state, plus the bias of the entry. What has
 * no hit adds nothing, so the work goes with the hits alone.
 */
final class Mixer {
    private static final int ITEMS = 512;
    private static final int MATCHES = 16;
    private static final float BIAS_RATE = 0.01f;
    private static final float SELDOM = 0.002f;
    private static final int EVERY = 4;

    private final ContextStore store;
    private final Candidates candidates;
    private final float[] strength = strengths();
    private final Weights states = new Weights(Candidates.STATES, 0.035f, 0, Weights.CALM);
    private final Weights base = new Weights(Evidence.COUNT * Candidates.TOTALS, 0.02f, 0.1f, Weights.CALM);
    private final Weights byItem = new Weights(ITEMS * Evidence.COUNT, 0.01f, 0, Weights.CALM);
    private final Weights byMatch = new Weights(MATCHES * Evidence.COUNT, 0.01f, 0, Weights.CALM);
    private final Weights byPerson;

    private final float[] score = new float[Candidates.MOST];
    private final float[] gradient = new float[Candidates.MOST];
    final float[] p = new float[Candidates.MOST];
    private int itemRow;
    private int matchRow;
    private int personRow;
    private int dither = 1;

    Mixer(ContextStore store, Candidates candidates, Weights byPerson) {
        this.store = store;
        this.candidates = candidates;
        this.byPerson = byPerson;
    }

    private static float[] strengths() {
        float[] strengths = new float[Candidates.SHARES * Candidates.SHARES];
        int shares = Candidates.SHARES;
        for (int i = 0; i < strengths.length; i++) {
            double slow = Candidates.share(i / shares);
            double fast = Candidates.share(i % shares);
            strengths[i] = (float) Math.log(1 + (slow + fast) / 2 * 300);
        }
        return strengths;
    }

    /** Puts the evidence into the scores; what else there is to add comes in between this and {@link #normalize}. */
    void mix(int matched, int itemHash, int person) {
        Arrays.fill(score, 0, candidates.size, 0);
        matchRow = matched * Evidence.COUNT;
        itemRow = (itemHash & ITEMS - 1) * Evidence.COUNT;
        personRow = person == PersonalWeights.NONE ? -1 : person * Evidence.COUNT;
        int[] candidate = candidates.candidate;
        int[] shares = candidates.shares;
        int[] state = candidates.state;
        float[] bias = candidates.bias;
        float[] value = states.value;
        for (int e = 0; e < Evidence.COUNT; e++) {
            int end = candidates.from[e + 1];
            int i = candidates.from[e];
            float weight = i < end ? weight(e) : 0;
            for (; i < end; i++) {
                score[candidate[i]] += weight * strength[shares[i]] + value[state[i]] + bias[i];
            }
        }
    }

    /** What each evidence adds for a candidate, after {@link #mix}. */
    List<Reason> reasons(int wanted, Circumstances circumstances) {
        List<Reason> reasons = new ArrayList<>();
        for (int e = 0; e < Evidence.COUNT; e++) {
            for (int i = candidates.from[e]; i < candidates.from[e + 1]; i++) {
                if (candidates.candidate[i] == wanted) {
                    int state = candidates.state[i];
                    long entry = store.entries[candidates.entry[i]];
                    float sum = weight(e) * strength[candidates.shares[i]] + states.value[state] + Entry.bias(entry);
                    String words = Evidence.ALL[e].words(circumstances);
                    reasons.add(new Reason(words, sum, Entry.slow(entry), candidates.count[e]));
                }
            }
        }
        return reasons;
    }

    private float weight(int e) {
        float shared = base.value[e * Candidates.TOTALS + candidates.total[e]]
                + byItem.value[itemRow + e]
                + byMatch.value[matchRow + e];
        return personRow < 0 ? shared : shared + byPerson.value[personRow + e];
    }

    void add(int candidate, float more) {
        score[candidate] += more;
    }

    void normalize() {
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < candidates.size; c++) {
            most = Math.max(most, score[c]);
        }
        float sum = 0;
        for (int c = 0; c < candidates.size; c++) {
            p[c] = exp(score[c] - most);
            sum += p[c];
        }
        float scale = 1 / sum;
        for (int c = 0; c < candidates.size; c++) {
            p[c] *= scale;
        }
    }

    /** e to a power that is not positive, to about four digits. */
    private static float exp(float x) {
        float y = Math.max(-80, x) * 1.44269504f;
        int whole = (int) y - 1;
        float f = y - whole - 1;
        float part = 1 + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013334f))));
        return Float.intBitsToFloat(whole + 128 << 23) * part;
    }

    /** What a candidate's part in the loss is; 0 where it is not worth learning from this time. */
    float gradient(int candidate) {
        return gradient[candidate];
    }

    /** Learns which candidate it was. Very unlikely ones that it was not teach only now and then, and then more. */
    void learn(int target, int now) {
        boolean all = now % EVERY == 0;
        for (int c = 0; c < candidates.size; c++) {
            gradient[c] = c == target ? p[c] - 1 : p[c] >= SELDOM ? p[c] : all ? p[c] * EVERY : 0;
        }
        for (int e = 0; e < Evidence.COUNT; e++) {
            int end = candidates.from[e + 1];
            float sum = 0;
            for (int i = candidates.from[e]; i < end; i++) {
                float g = gradient[candidates.candidate[i]];
                if (g != 0) {
                    int state = candidates.state[i];
                    sum += g * strength[candidates.shares[i]];
                    states.step(state, g);
                    moveBias(candidates.entry[i], g);
                }
            }
            if (sum != 0) {
                base.step(e * Candidates.TOTALS + candidates.total[e], sum);
                byItem.step(itemRow + e, sum);
                byMatch.step(matchRow + e, sum);
                if (personRow >= 0) {
                    byPerson.step(personRow + e, sum);
                }
            }
        }
    }

    private void moveBias(int entry, float g) {
        dither = dither * 1664525 + 1013904223;
        store.entries[entry] = Entry.moved(store.entries[entry], -BIAS_RATE * g, (dither >>> 8) * 0x1p-24f);
    }

    void walk(State state) {
        states.walk(state);
        base.walk(state);
        byItem.walk(state);
        byMatch.walk(state);
        dither = state.number(dither);
    }
}
