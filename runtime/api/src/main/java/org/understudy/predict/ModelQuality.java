package org.understudy.predict;

/**
 * How well a model has said what came next, over the latest events that it was asked about before it learned them; older
 * ones count less and less.
 *
 * @param model its name
 * @param trusted whether the runtime goes by it now
 * @param baseline whether it is one of the simple rules that a model has to be better than
 * @param events how many events these are
 * @param hit1 the share in which its first guess came
 * @param hit5 the share in which one of its first five came
 * @param reciprocalRank the mean of one divided by the place of what came
 * @param bits the mean of minus log2 of the probability that it had given to what came; less is better
 * @param calibrationError how far its word for the first guess and how often that came are apart, on average; 0 is best
 */
public record ModelQuality(
        String model,
        boolean trusted,
        boolean baseline,
        long events,
        double hit1,
        double hit5,
        double reciprocalRank,
        double bits,
        double calibrationError) {}
