package org.understudy.predict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about a user.
 *
 * @param known whether anything is
 * @param optedOut whether the user has opted out
 * @param lastSeen the day of the latest need
 * @param recent the latest needs that are remembered, the latest first
 * @param events of how many needs the counts are made
 */
public record UserRecord(
        boolean known, boolean optedOut, Optional<Instant> lastSeen, List<String> recent, long events) {

    /** Copies the list. */
    public UserRecord {
        recent = List.copyOf(recent);
    }
}
