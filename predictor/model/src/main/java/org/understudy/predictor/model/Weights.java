package org.understudy.predictor.model;

import java.util.Arrays;

/** Weights that are learned, each at a rate of its own that falls with what it has been moved so far (AdaGrad). */
final class Weights {
    /** Of weights that few events move, so that they must move fast. */
    static final float LIVELY = 1;
    /** Of weights that every event moves, so that none of them may move far. */
    static final float CALM = 5;

    final float[] value;
    private final float[] moved;
    private final float rate;
    private final float start;

    Weights(int size, float rate, float initial, float start) {
        value = new float[size];
        moved = new float[size];
        this.rate = rate;
        this.start = start;
        Arrays.fill(value, initial);
    }

    /** Moves a weight against the gradient of the loss. */
    void step(int at, float gradient) {
        float sum = moved[at] + gradient * gradient;
        moved[at] = sum;
        value[at] -= rate * gradient / (float) Math.sqrt(sum + start);
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
