package org.understudy.predictor.usage;

import java.util.List;

/**
 * The people whose usage {@link UsageGenerator} makes up.
 *
 * @param users how many there are
 * @param items what there is to use, most popular first at the start
 * @param sessionsPerDay how often a person comes, on average
 * @param sessionLength how many items a session has, on average
 * @param habit the probability that a step follows the person's routine; the rest is curiosity
 * @param driftPerDay the probability that a person replaces one favourite in a day; it also moves what is popular
 */
public record Population(
        int users, List<String> items, double sessionsPerDay, double sessionLength, double habit, double driftPerDay) {
    public Population {
        items = List.copyOf(items);
        positive("users", users);
        positive("items", items.size());
        positive("sessionsPerDay", sessionsPerDay);
        probability("habit", habit);
        probability("driftPerDay", driftPerDay);
        if (!(sessionLength >= 1)) {
            throw new IllegalArgumentException("sessionLength must be at least 1, but is " + sessionLength);
        }
    }

    /** A few hundred people with firm habits that change slowly. */
    public static Population typical(List<String> items) {
        return new Population(300, items, 3, 8, 0.7, 0.2);
    }

    private static void positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be positive, but is " + value);
        }
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, but is " + value);
        }
    }
}
