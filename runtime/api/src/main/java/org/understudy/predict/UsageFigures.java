package org.understudy.predict;

import java.util.List;

/**
 * What was taken in since the start.
 *
 * @param on whether usage is taken at all
 * @param events how many events were learned
 * @param pending how many wait to be
 * @param dropped how many were dropped because there were too many at a time
 * @param refused how many were not taken because their user has opted out
 * @param activeUsers how many users were seen within the last minutes
 * @param knownUsers of how many something is kept
 * @param modelBytes the memory that the model takes
 * @param resources how often each was needed since the start by the latest few thousand users, without those who were
 *     forgotten; the most often first
 */
public record UsageFigures(
        boolean on,
        long events,
        long pending,
        long dropped,
        long refused,
        int activeUsers,
        int knownUsers,
        long modelBytes,
        List<Count> resources) {

    /** Copies the list. */
    public UsageFigures {
        resources = List.copyOf(resources);
    }

    /**
     * How often a resource was needed.
     *
     * @param resource its name
     * @param times how often
     */
    public record Count(String resource, long times) {}
}
