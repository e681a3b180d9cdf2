package org.understudy.predictor.model;

/**
 * The probability that an item is needed at least once within the next so many needs of the user: a logistic regression
 * over what the forecast knows of the item, each fact in steps, learned from samples whose end was waited for.
 */
final class WithinHead {
    private static final int CHANCES = 24;
    private static final int RANKS = UserTable.RECENT + 1;
    private static final int COUNTS = Candidates.TOTALS * Candidates.SHARES * Candidates.SHARES + 1;
    private static final Evidence[] TOLD = {
        Evidence.USER_ORDER_0, Evidence.USER_NEAR_1, Evidence.USER_NEAR_2, Evidence.USER_ORDER_1, Evidence.NEAR_1
    };
    private static final int FEATURES = 3 + TOLD.length;
    private static final int SPACING = 2;
    private static final float RATE = 0.1f;
    private static final int INTERVALS = 24;
    // what is neither likely nor recent and was not needed teaches every fourth time, and then more
    private static final int UNLIKELY = 14;
    private static final int EVERY = 4;

    private final int horizon;
    private final Forecast forecast;
    private final PendingSamples pending;
    private final Weights[] weights = new Weights[FEATURES];
    private final Calibration calibration = new Calibration(INTERVALS);
    private final short[] feature = new short[PendingSamples.ITEMS * FEATURES];

    WithinHead(int horizon, Forecast forecast, PendingSamples pending) {
        this.horizon = horizon;
        this.forecast = forecast;
        this.pending = pending;
        weights[0] = new Weights(CHANCES, RATE, 0, Weights.LIVELY);
        weights[1] = new Weights(RANKS, RATE, 0, Weights.LIVELY);
        weights[2] = new Weights(CHANCES * RANKS, RATE, 0, Weights.LIVELY);
        for (int i = 0; i < TOLD.length; i++) {
            weights[3 + i] = new Weights(COUNTS, RATE, 0, Weights.LIVELY);
        }
        for (int i = 0; i < CHANCES; i++) {
            double p = Math.pow(2, -(i + 0.5) / 2);
            weights[0].value[i] = Logistic.stretch((float) (1 - Math.pow(1 - p, 0.6 * horizon)));
        }
    }

    static PendingSamples samples(int places, int users) {
        return new PendingSamples(places, users, FEATURES);
    }

    /** How many of the forecast's candidates are stated. */
    int size() {
        return Math.min(PendingSamples.ITEMS, forecast.candidates.size);
    }

    /** Looks at the candidates of the forecast as it is. */
    void look() {
        Candidates candidates = forecast.candidates;
        int size = size();
        for (int c = 0; c < size; c++) {
            int at = c * FEATURES;
            int chance = chance(forecast.probability(c));
            feature[at] = (short) chance;
            feature[at + 1] = (short) candidates.rank[c];
            feature[at + 2] = (short) (chance * RANKS + candidates.rank[c]);
            for (int i = 0; i < TOLD.length; i++) {
                feature[at + 3 + i] = 0;
            }
        }
        for (int i = 0; i < TOLD.length; i++) {
            int e = TOLD[i].ordinal();
            for (int hit = candidates.from[e]; hit < candidates.from[e + 1]; hit++) {
                if (candidates.candidate[hit] < size) {
                    int state = candidates.state[hit] - e * (COUNTS - 1) + 1;
                    feature[candidates.candidate[hit] * FEATURES + 3 + i] = (short) state;
                }
            }
        }
    }

    private static int chance(double p) {
        int half = Math.getExponent((float) (p * p));
        return Math.max(0, Math.min(CHANCES - 1, -half - 1));
    }

    /** The probability of a candidate, after {@link #look}. */
    float probability(int candidate) {
        return calibration.apply(raw(feature, candidate * FEATURES));
    }

    private float raw(short[] features, int at) {
        float sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += weights[i].value[features[at + i]];
        }
        return Logistic.squash(sum);
    }

    /** Takes the forecast as it is as a sample, now and then; before what comes is noted. */
    void sample(int slot, int events, int now) {
        if (events % SPACING != 0 || slot == UserTable.NONE) {
            return;
        }
        int sample = pending.open(slot, now);
        if (sample < 0) {
            return;
        }
        look();
        int size = size();
        pending.size[sample] = size;
        for (int c = 0; c < size; c++) {
            pending.item[sample * PendingSamples.ITEMS + c] = (short) forecast.candidates.item[c];
        }
        System.arraycopy(feature, 0, pending.feature, pending.featureAt(sample, 0), size * FEATURES);
    }

    /** Notes what a user needed, and learns from the samples that are complete with it. */
    void note(int slot, int item, int now) {
        int sample = pending.first(slot);
        while (sample >= 0) {
            int following = pending.next(sample);
            pending.note(sample, item, now);
            if (pending.events(sample) >= horizon) {
                learn(sample, now);
                pending.close(sample);
            }
            sample = following;
        }
    }

    private void learn(int sample, int now) {
        for (int c = 0; c < pending.size[sample]; c++) {
            int at = pending.featureAt(sample, c);
            boolean needed = pending.wasNeeded(sample, c);
            boolean far = !needed && pending.feature[at] >= UNLIKELY && pending.feature[at + 1] == UserTable.RECENT;
            if (!far || (now + c) % EVERY == 0) {
                float p = raw(pending.feature, at);
                int times = far ? EVERY : 1;
                calibration.learn(p, needed, times);
                float g = (needed ? p - 1 : p) * times;
                for (int i = 0; i < FEATURES; i++) {
                    weights[i].step(pending.feature[at + i], g);
                }
            }
        }
    }

    void walk(State state) {
        for (Weights w : weights) {
            w.walk(state);
        }
        calibration.walk(state);
        pending.walk(state);
    }
}
