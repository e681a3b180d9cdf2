package org.understudy.predictor.model;

/** The logistic function and its inverse, bounded. */
final class Logistic {
    private static final float LEAST = 1e-4f;

    private Logistic() {}

    static float squash(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    static float stretch(float p) {
        float bounded = Math.max(LEAST, Math.min(1 - LEAST, p));
        return (float) Math.log(bounded / (1 - bounded));
    }
}
