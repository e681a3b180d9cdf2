package org.understudy.swap;

import java.util.List;
import java.util.Optional;

/**
 * The drain of the version that was last taken off stage.
 *
 * @param resource the resource
 * @param version the version that drains or has drained; empty where none was taken off stage in this run
 * @param inside how many calls are inside it, and how many requests are pinned to it ({@link Pinning})
 * @param sinceFlipMillis milliseconds since it was taken off stage
 * @param cut how many of both there were when the waiting was ended
 * @param threads stacks of the threads below the resource's handles
 */
public record DrainStatus(
        String resource, Optional<String> version, long inside, long sinceFlipMillis, long cut, List<String> threads) {
    public DrainStatus {
        threads = List.copyOf(threads);
    }
}
