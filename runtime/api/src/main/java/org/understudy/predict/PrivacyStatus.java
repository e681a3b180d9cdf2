package org.understudy.predict;

import java.time.Instant;

/**
 * How things stand with the privacy of users.
 *
 * @param on whether usage is taken at all
 * @param optedOut how many users have opted out
 * @param knownUsers of how many something is kept
 * @param keySince since when the key of the pseudonyms is in use
 * @param keyUntil when it is replaced by the next one, and destroyed
 * @param retentionDays after how many days without a need a user is forgotten
 */
public record PrivacyStatus(
        boolean on, int optedOut, int knownUsers, Instant keySince, Instant keyUntil, int retentionDays) {}
