package org.understudy.predictor.model;

/** A learned map from what was stated to what came true, between points evenly spread over the probabilities. */
final class Calibration {
    private static final float RATE = 0.005f;
    private static final float FIRST = 20;
    private static final int TRUST = 1000;
    private static final int LONG = 3000;

    private final float[] points;
    private final int[] learned;

    Calibration(int intervals) {
        points = new float[intervals + 1];
        learned = new int[intervals + 1];
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
        learn(stated, happened, 1);
    }

    /** Learns what became of a statement that stands for so many like it. */
    void learn(float stated, boolean happened, int times) {
        float place = stated * (points.length - 1);
        int low = Math.max(0, Math.min(points.length - 2, (int) place));
        float part = place - low;
        float error = times * ((happened ? 1 : 0) - points[low] * (1 - part) - points[low + 1] * part);
        move(low, (1 - part) * error);
        move(low + 1, part * error);
    }

    /** Moves a point, the less the more it has learned. */
    private void move(int point, float error) {
        float rate = RATE;
        if (learned[point] < LONG) {
            rate = FIRST / (learned[point]++ + TRUST);
        }
        points[point] = bounded(points[point] + rate * error);
    }

    private static float bounded(float p) {
        return Math.max(0, Math.min(1, p));
    }

    void walk(State state) {
        state.floats(points);
        state.ints(learned);
    }
}
