package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    @Test
    void aRunningNumberIsNoTime() {
        assertFalse(after(i -> i).seconds());
    }

    @Test
    void aPlaceInTheHistoryOfEachOfEightUsersIsNoTime() {
        assertFalse(after(i -> i / 8).seconds());
    }

    @Test
    void secondsWithPausesAreTimeWhereverTheyStart() {
        assertTrue(after(i -> i * i % 977 + i * 30).seconds());
    }

    @Test
    void secondsSince1970OfABusyPlaceAreTimeThoughTheyHardlyJump() {
        assertTrue(after(i -> 1_700_000_000L + i / 3).seconds());
    }

    @Test
    void tooFewTimesSayNothing() {
        TimeScale scale = new TimeScale();
        scale.observe(1_700_000_000L);
        scale.observe(1_700_000_900L);

        assertFalse(scale.seconds());
    }

    @Test
    void aPauseThatGoesBackIsNone() {
        assertEquals(0, TimeScale.pause(100, 50));
        assertEquals(1, TimeScale.pause(100, 101));
        assertEquals(23, TimeScale.pause(0, Long.MAX_VALUE));
    }

    private static TimeScale after(LongUnaryOperator time) {
        TimeScale scale = new TimeScale();
        for (long i = 0; i < 1_000; i++) {
            scale.observe(time.applyAsLong(i));
        }
        return scale;
    }
}
