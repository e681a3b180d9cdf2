package org.understudy.newsroom.demo.load;

import java.time.Duration;

/**
 * How fast an open loop asks, and how long it waits.
 *
 * @param perSecond how often it asks in a second; positive
 * @param timeout how long after its intended start an answer is a failure
 */
public record Rate(int perSecond, Duration timeout) {
    public Rate {
        if (perSecond <= 0) {
            throw new IllegalArgumentException("the rate must be positive, but is " + perSecond);
        }
    }

    boolean exceeds(long nanos) {
        return nanos > timeout.toNanos();
    }
}
