package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Hunts calls that reach a version which was stopped after its drain, with threads that call as fast as they can while
 * versions are swapped as fast as they drain.
 *
 * <p>For {@code -Dunderstudy.storm.seconds=N}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SwapStormTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("understudy.storm.seconds", 8));

    @Test
    void no_call_reaches_a_stopped_version() {
        Storm storm = new Storm(Entry.REAL, 4);

        storm.rage(TIME, Storm.Until.TIME_IS_UP);

        assertAll(
                () -> assertEquals(0, storm.violations(), storm::toString),
                () -> assertTrue(storm.swaps() > 0, storm::toString),
                () -> assertEquals(0, storm.inside(), "calls still counted after all threads have ended"));
    }

    @Test
    void the_storm_finds_the_call_that_slips_in_when_the_second_look_is_left_out() {
        Storm storm = new Storm(Entry.WITHOUT_RECHECK, 4);

        storm.rage(TIME.multipliedBy(3), Storm.Until.VIOLATED);

        assertTrue(storm.violations() > 0, storm::toString);
    }
}
