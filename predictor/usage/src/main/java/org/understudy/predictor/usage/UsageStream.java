package org.understudy.predictor.usage;

import java.io.IOException;
import java.util.Optional;

/** Uses in the order of their time, read once from front to back by one thread. */
@FunctionalInterface
public interface UsageStream {
    /**
     * The next use; empty at the end.
     *
     * @throws IOException if the source cannot be read on
     */
    Optional<UsageEvent> next() throws IOException;
}
