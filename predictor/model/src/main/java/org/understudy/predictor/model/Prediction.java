package org.understudy.predictor.model;

import java.util.List;

/**
 * What is believed before a need: the listed items with their probabilities, the best first, that of something never
 * seen, and what is left for all that was seen and is not listed. The three sum to one.
 */
public record Prediction(List<Likely> items, double novel, double rest) {
    public Prediction {
        items = List.copyOf(items);
    }

    /** One item. */
    public record Likely(String item, double probability) {}

    /** The probability of this item, if it is listed; otherwise 0. */
    public double probability(String item) {
        return items.stream()
                .filter(l -> l.item().equals(item))
                .mapToDouble(Likely::probability)
                .findFirst()
                .orElse(0);
    }
}
