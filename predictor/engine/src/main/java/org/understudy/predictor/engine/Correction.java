package org.understudy.predictor.engine;

/**
 * Corrects probabilities by what really came: a straight line on log-odds, learned online by logistic regression. Each
 * outcome moves it by as much as it is still uncertain (an extended Kalman filter), so that it is found within some hundred
 * outcomes, and a little uncertainty is added each time, so that it goes on following. Begins by correcting nothing. For
 * one thread.
 */
final class Correction {
    private static final double UNSURE = 1;
    private static final double FORGETS = 1e-5;
    private static final double FLATTEST = 0.05;
    private static final double STEEPEST = 4;
    private static final double FARTHEST = 8;
    private static final double LEAST = 1e-4;

    private double slope = 1;
    private double shift;
    /** How uncertain both are, and how they hang together. */
    private double ofSlope = UNSURE;

    private double ofShift = UNSURE;
    private double ofBoth;

    /** What is to be stated for a probability. */
    double of(double probability) {
        return logistic(slope * logit(probability) + shift);
    }

    /** What a probability was stated for came, or did not. */
    void learn(double probability, boolean came) {
        double odds = logit(probability);
        double stated = logistic(slope * odds + shift);
        double weight = stated * (1 - stated);
        double alongSlope = ofSlope * odds + ofBoth;
        double alongShift = ofBoth * odds + ofShift;
        double certainty = 1 + weight * (odds * alongSlope + alongShift);
        ofSlope += FORGETS - weight * alongSlope * alongSlope / certainty;
        ofShift += FORGETS - weight * alongShift * alongShift / certainty;
        ofBoth -= weight * alongSlope * alongShift / certainty;
        double error = ((came ? 1 : 0) - stated) / certainty;
        slope = Math.max(FLATTEST, Math.min(STEEPEST, slope + alongSlope * error));
        shift = Math.max(-FARTHEST, Math.min(FARTHEST, shift + alongShift * error));
    }

    private static double logit(double probability) {
        double inside = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return Math.log(inside / (1 - inside));
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
