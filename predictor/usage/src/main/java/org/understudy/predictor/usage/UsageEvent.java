package org.understudy.predictor.usage;

import java.util.Objects;

/**
 * One use of one thing.
 *
 * @param time when: seconds, or a running number where the source knows no times; not negative
 * @param user who: a user or a session; not empty
 * @param item what; not empty
 */
public record UsageEvent(long time, String user, String item) {
    public UsageEvent {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(item, "item");
        if (time < 0) {
            throw new IllegalArgumentException("the time is negative: " + time);
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("the user is empty");
        }
        if (item.isEmpty()) {
            throw new IllegalArgumentException("the item is empty");
        }
    }
}
