package org.understudy.newsroom.archivist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void aRoundThatFailsIsFollowedByTheNext() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);

        Rounds rounds = new Rounds("rounds", number -> {
            second.countDown();
            throw new IOException("disk full");
        });

        assertTrue(second.await(10, TimeUnit.SECONDS));
        rounds.close();
    }

    @Test
    void afterTheEndNobodyWalks() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong ended = new AtomicLong();
        Rounds rounds = new Rounds("rounds", number -> {
            begun.countDown();
            ended.set(number);
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));

        rounds.close();

        assertEquals(1, ended.get());
    }
}
