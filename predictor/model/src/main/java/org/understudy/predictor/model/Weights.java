package org.understudy.predictor.model;

import java.util.Arrays;

/** Weights that are learned, each at a rate of its own that falls with what it has been moved so far (AdaGrad). */
final class Weights {
    private static final float START = 5;

    final float[] value;
    private final float[] moved;
    private final float rate;

    Weights(int size, float rate, float initial) {
        value = new float[size];
        moved = new float[size];
        this.rate = rate;
        Arrays.fill(value, initial);
    }

    /** Moves a weight against the gradient of the loss. */
    void step(int at, float gradient) {
        float sum = moved[at] + gradient * gradient;
        moved[at] = sum;
        value[at] -= rate * gradient / (float) Math.sqrt(sum + START);
    }

    void reset(int from, int to) {
        Arrays.fill(value, from, to, 0);
        Arrays.fill(moved, from, to, 0);
    }

    void walk(State state) {
        state.floats(value);
        state.floats(moved);
    }
}
