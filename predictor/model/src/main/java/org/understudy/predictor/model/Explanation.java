package org.understudy.predictor.model;

import java.util.List;

/**
 * Why an item is as likely to be next as it is.
 *
 * @param probability to be next; that of a single one of the rest is not told apart and is 0
 * @param reasons what spoke for it and against it, the weightiest first
 */
public record Explanation(double probability, List<Reason> reasons) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * One evidence.
     *
     * @param evidence in words
     * @param weight what it adds to the logarithm of the item's odds
     * @param times how often the item came in this context
     * @param of how often anything came in it; 0 where this is no matter of counts
     */
    public record Reason(String evidence, double weight, int times, int of) {}
}
