package org.understudy.predictor.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The score of a run, with the definitions of the lock-step scorer: each event but the first of a user counts; what was
 * listed for no item is spread evenly over the seen ones that are not listed.
 */
final class Score {
    private static final int BINS = 15;
    private static final double LEAST = 1e-9;

    private final Set<String> users = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final double[] stated = new double[BINS];
    private final int[] came = new int[BINS];
    private final long[] nanos;
    private int events;
    private int scored;
    private int first;
    private int firstFive;
    private double reciprocal;
    private double bits;
    private int nonsense;

    Score(int events) {
        nanos = new long[events];
    }

    /** Counts an event; {@code cpu} is what stating and learning took. */
    void add(String user, String item, Belief belief, long cpu) {
        nanos[events++] = cpu;
        if (!users.add(user)) {
            score(item, belief);
        }
        seen.add(item);
    }

    private void score(String item, Belief belief) {
        scored++;
        double sum = belief.novel;
        boolean sane = belief.novel >= 0;
        for (int i = 0; i < belief.items.size(); i++) {
            sum += belief.probabilities[i];
            sane &= belief.probabilities[i] >= 0;
        }
        nonsense += sane && sum <= 1 + 1e-6 ? 0 : 1;
        int place = belief.items.indexOf(item);
        double p;
        if (place >= 0) {
            p = belief.probabilities[place];
            first += place == 0 ? 1 : 0;
            firstFive += place < 5 ? 1 : 0;
            reciprocal += 1.0 / (place + 1);
        } else if (seen.contains(item)) {
            int others = Math.max(1, seen.size() - belief.items.size());
            p = Math.max(0, 1 - sum) / others;
            reciprocal += 1.0 / (belief.items.size() + (others + 1) / 2);
        } else {
            p = belief.novel;
        }
        bits -= Math.log(Math.max(LEAST, Math.min(1, p))) / Math.log(2);
        if (!belief.items.isEmpty()) {
            double best = belief.probabilities[0];
            int bin = Math.min(BINS - 1, (int) (best * BINS));
            stated[bin] += best;
            came[bin] += place == 0 ? 1 : 0;
        }
    }

    double hitsAtOne() {
        return (double) first / scored;
    }

    double hitsAtFive() {
        return (double) firstFive / scored;
    }

    double meanReciprocalRank() {
        return reciprocal / scored;
    }

    double bits() {
        return bits / scored;
    }

    double calibrationError() {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += Math.abs(stated[i] - came[i]);
        }
        return sum / scored;
    }

    /** Events at which what was stated is no distribution. */
    int nonsense() {
        return nonsense;
    }

    int scored() {
        return scored;
    }

    /** The CPU time of an event, in microseconds, that this share of the events stays under. */
    double micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, events);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(events - 1, share * events)] / 1e3;
    }
}
