package org.understudy.predictor.engine;

import java.util.List;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/**
 * How well one model has said what came next. All sums decay, so that the latest events count. For one thread.
 */
final class Score {
    /** About so many of the latest events count. */
    static final int WINDOW = 2_000;

    private static final double DECAY = 1 - 1.0 / WINDOW;
    private static final int BINS = 10;
    private static final double LEAST_PROBABILITY = 1e-9;
    private static final int FEW = 5;

    private double events;
    private double hit1;
    private double hit5;
    private double reciprocalRank;
    private double bits;
    private final double[] stated = new double[BINS];
    private final double[] came = new double[BINS];
    private long told;

    /**
     * What was stated, and what came.
     *
     * @param seen how many resources were seen so far: what is left of the probability is spread evenly over those that
     *     are not listed
     * @param novel whether what came was never seen before
     */
    void add(Next next, String resource, int seen, boolean novel) {
        List<Scored> listed = next.resources();
        int rank = rank(listed, resource);
        double probability = novel
                ? next.unseen()
                : rank > 0 ? listed.get(rank - 1).probability() : left(next) / Math.max(1, seen - listed.size());
        fade();
        told++;
        events += 1;
        hit1 += rank == 1 ? 1 : 0;
        hit5 += rank >= 1 && rank <= FEW ? 1 : 0;
        reciprocalRank += rank > 0 ? 1.0 / rank : 0;
        bits -= Math.log(Math.max(LEAST_PROBABILITY, Math.min(1, probability))) / Math.log(2);
        if (!listed.isEmpty()) {
            double first = listed.get(0).probability();
            int bin = (int) Math.min(BINS - 1, first * BINS);
            stated[bin] += first;
            came[bin] += rank == 1 ? 1 : 0;
        }
    }

    private static int rank(List<Scored> listed, String resource) {
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).resource().equals(resource)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static double left(Next next) {
        return Math.max(
                0,
                1
                        - next.unseen()
                        - next.resources().stream()
                                .mapToDouble(Scored::probability)
                                .sum());
    }

    private void fade() {
        events *= DECAY;
        hit1 *= DECAY;
        hit5 *= DECAY;
        reciprocalRank *= DECAY;
        bits *= DECAY;
        for (int i = 0; i < BINS; i++) {
            stated[i] *= DECAY;
            came[i] *= DECAY;
        }
    }

    /** How many events there were. */
    long told() {
        return told;
    }

    double hit1() {
        return mean(hit1);
    }

    double hit5() {
        return mean(hit5);
    }

    double reciprocalRank() {
        return mean(reciprocalRank);
    }

    double bits() {
        return mean(bits);
    }

    double calibrationError() {
        double apart = 0;
        for (int i = 0; i < BINS; i++) {
            apart += Math.abs(stated[i] - came[i]);
        }
        return mean(apart);
    }

    private double mean(double sum) {
        return events == 0 ? 0 : sum / events;
    }
}
