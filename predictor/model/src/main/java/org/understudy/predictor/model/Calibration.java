package org.understudy.predictor.model;

/** A learned map from what was stated to what came true, between points evenly spread over the probabilities. */
final class Calibration {
    private static final float RATE = 0.012f;

    private final float[] points;

    Calibration(int intervals) {
        points = new float[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            points[i] = (float) i / intervals;
        }
    }

    float apply(float stated) {
        float place = stated * (points.length - 1);
        int low = Math.max(0, Math.min(points.length - 2, (int) place));
        float part = place - low;
        return points[low] * (1 - part) + points[low + 1] * part;
    }

    void learn(float stated, boolean happened) {
        float place = stated * (points.length - 1);
        int low = Math.max(0, Math.min(points.length - 2, (int) place));
        float part = place - low;
        float error = (happened ? 1 : 0) - apply(stated);
        points[low] = bounded(points[low] + RATE * (1 - part) * error);
        points[low + 1] = bounded(points[low + 1] + RATE * part * error);
    }

    private static float bounded(float p) {
        return Math.max(0, Math.min(1, p));
    }

    void walk(State state) {
        state.floats(points);
    }
}
