package org.understudy.predictor.model;

import java.util.Arrays;

/**
 * The probability that what comes is none of the candidates, in one of two ways: never seen, or seen but not among them.
 * A logistic mixture of how often it was so in situations alike in one respect each.
 */
final class SurpriseEstimate {
    private static final int VIEWS = 5;
    private static final int CELLS = 1024;
    private static final int SETS = 8;
    private static final float RATE = 0.015f;
    private static final int MEMORY = 400;

    private final float[] share = new float[VIEWS * CELLS];
    private final short[] seen = new short[VIEWS * CELLS];
    private final float[] weights = new float[SETS * (VIEWS + 1)];

    private final int[] cell = new int[VIEWS];
    private final float[] input = new float[VIEWS];
    private int set;
    private float stated;

    SurpriseEstimate(float first) {
        Arrays.fill(share, first);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % (VIEWS + 1) == VIEWS ? 0 : 0.3f;
        }
    }

    /** States the probability. */
    float state(Situation s, int matched, float top, int itemHash, int shift) {
        int past = s.surprises >>> shift & 0x5555;
        int bits = past & 1 | past >>> 1 & 2 | past >>> 2 & 4 | past >>> 3 & 8;
        int some = Math.min(3, Integer.bitCount(s.surprises >>> shift & 0x55555500));
        int confidence = Math.min(15, (int) (top * 16));
        cell[0] = (s.experience() * 16 + bits) * 4 + some;
        cell[1] = CELLS + matched * 16 + confidence;
        cell[2] = 2 * CELLS + (itemHash & CELLS - 1);
        cell[3] = 3 * CELLS + s.experience() * 128 + Math.min(32, s.rank(0)) * 2 + (bits & 1);
        cell[4] = 4 * CELLS + Math.min(3, s.events) * 256 + s.pause * 8 + confidence / 2;
        set = s.experience() * (VIEWS + 1);
        float sum = weights[set + VIEWS];
        for (int i = 0; i < VIEWS; i++) {
            input[i] = Logistic.stretch(share[cell[i]]);
            sum += weights[set + i] * input[i];
        }
        stated = Math.max(1e-6f, Math.min(0.999f, Logistic.squash(sum)));
        return stated;
    }

    void learn(boolean happened) {
        float error = (happened ? 1 : 0) - stated;
        for (int i = 0; i < VIEWS; i++) {
            weights[set + i] += RATE * error * input[i];
            int at = cell[i];
            share[at] += ((happened ? 1 : 0) - share[at]) / (seen[at] + 1.6f);
            if (seen[at] < MEMORY) {
                seen[at]++;
            }
        }
        weights[set + VIEWS] += RATE * error;
    }

    void walk(State state) {
        state.floats(share);
        state.shorts(seen);
        state.floats(weights);
    }
}
