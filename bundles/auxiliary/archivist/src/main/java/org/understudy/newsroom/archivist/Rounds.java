package org.understudy.newsroom.archivist;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again on a thread of its own, at once the first time, until it is closed. A round that
 * fails is logged, and the next one comes all the same.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long LAST_ROUND_MILLIS = 2_000;

    /** One round. */
    @FunctionalInterface
    public interface Round {
        /** Does it; {@code number} counts from 1. */
        void walk(long number) throws IOException;
    }

    private final Round round;
    private final ScheduledExecutorService legs;
    private long walked;

    /** Begins with the first round. */
    public Rounds(String name, Round round) {
        this.round = round;
        legs = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        legs.scheduleWithFixedDelay(this::walk, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void walk() {
        walked++;
        try {
            round.walk(walked);
        } catch (IOException | RuntimeException e) {
            LOG.error("round {} failed; the next one is in {} ms", walked, PAUSE_MILLIS, e);
        }
    }

    /** Walks no more; waits for the round that goes on. */
    @Override
    public void close() {
        legs.shutdown();
        try {
            if (!legs.awaitTermination(LAST_ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                legs.shutdownNow();
            }
        } catch (InterruptedException e) {
            legs.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
