package org.understudy.predictor.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * What is believed before a need: the listed items with their probabilities, the best first, that of something never
 * seen, and what is left for all that was seen and is not listed. Together they make one.
 */
public final class Prediction {
    private final String[] names;
    private final double[] probabilities;
    private final int size;
    private final double novel;

    Prediction(String[] names, double[] probabilities, int size, double novel) {
        this.names = names;
        this.probabilities = probabilities;
        this.size = size;
        this.novel = novel;
    }

    /** An item with its probability. */
    public record Likely(String item, double probability) {}

    /** The listed items. */
    public List<Likely> items() {
        return new AbstractList<>() {
            @Override
            public Likely get(int index) {
                return new Likely(item(index), probability(index));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** How many items are listed. */
    public int size() {
        return size;
    }

    /** The listed item at this place, 0 for the best one. */
    public String item(int place) {
        return names[Objects.checkIndex(place, size)];
    }

    /** The probability of the listed item at this place. */
    public double probability(int place) {
        return probabilities[Objects.checkIndex(place, size)];
    }

    /** The probability that it is something never seen. */
    public double novel() {
        return novel;
    }

    /** The probability that it is something seen that is not listed. */
    public double rest() {
        double left = 1 - novel;
        for (int i = 0; i < size; i++) {
            left -= probabilities[i];
        }
        return Math.max(0, left);
    }

    /** The probability of this item, if it is listed; otherwise 0. */
    public double probability(String item) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(item)) {
                return probabilities[i];
            }
        }
        return 0;
    }
}
