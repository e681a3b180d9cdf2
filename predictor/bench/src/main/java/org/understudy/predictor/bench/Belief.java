package org.understudy.predictor.bench;

import java.util.ArrayList;
import java.util.List;

/** A stated belief: listed items, the best first, with their probabilities, and that of something never seen. */
final class Belief {
    /** How many items may be listed. */
    static final int LISTED = 500;

    final List<String> items = new ArrayList<>(LISTED);
    final double[] probabilities = new double[LISTED];
    double novel;

    void clear() {
        items.clear();
        novel = 0;
    }

    boolean isFull() {
        return items.size() == LISTED;
    }

    void add(String item, double probability) {
        probabilities[items.size()] = probability;
        items.add(item);
    }
}
