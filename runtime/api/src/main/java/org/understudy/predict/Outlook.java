package org.understudy.predict;

import java.time.Instant;
import java.util.List;

/**
 * What is expected.
 *
 * @param at for when
 * @param model whose word it is, for people
 * @param horizon within how many events of each user a resource counts as needed
 * @param unseen the probability that what comes next is something never seen; 0 for anyone
 * @param resources the likeliest first
 */
public record Outlook(Instant at, String model, int horizon, double unseen, List<Likelihood> resources) {

    /** Copies the list. */
    public Outlook {
        resources = List.copyOf(resources);
    }

    /**
     * Of one resource.
     *
     * @param resource its name
     * @param next the probability that it is the very next one needed, 0 to 1; with {@code unseen} and what is not listed
     *     these sum to one. For anyone that of the likeliest user
     * @param within the probability that it is needed within the horizon, 0 to 1; each for itself
     */
    public record Likelihood(String resource, double next, double within) {

        /** Refuses what is no probability. */
        public Likelihood {
            if (!(next >= 0 && next <= 1 && within >= 0 && within <= 1)) {
                throw new IllegalArgumentException(
                        "these are no probabilities of " + resource + ": " + next + ", " + within);
            }
        }
    }
}
