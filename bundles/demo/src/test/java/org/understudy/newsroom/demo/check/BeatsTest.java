package org.understudy.newsroom.demo.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BeatsTest {
    private final Beats beats = new Beats();

    @Test
    void theLongestTimeBetweenTwoAnswersIsFound() {
        beatAt(0, 10, 20, 50, 60, 100);

        assertEquals(OptionalLong.of(30), beats.longestGap(10, 60));
    }

    @Test
    void aGapThatReachesOutOfTheWindowCountsOnlyInsideIt() {
        beatAt(0, 100, 110, 200);

        assertEquals(OptionalLong.of(60), beats.longestGap(40, 115));
        assertEquals(OptionalLong.of(50), beats.longestGap(105, 160));
    }

    @Test
    void aWindowWithoutAnyAnswerIsOneGap() {
        beatAt(0, 500);

        assertEquals(OptionalLong.of(200), beats.longestGap(100, 300));
    }

    @Test
    void nothingIsSaidAboutATimeThatIsNotRemembered() {
        beatAt(100, 110);

        assertEquals(OptionalLong.empty(), beats.longestGap(50, 105));
    }

    @Test
    void swapsWithoutEnoughQuietBeforeThemAreNotCompared() {
        for (long at = 0; at <= 1000; at += 10) {
            beats.add(at);
        }
        GapMeter gaps = new GapMeter(List.of(beats), 0);

        gaps.measure(200, 300, false);
        gaps.measure(350, 450, false);
        gaps.measure(700, 800, true);

        assertEquals(1, gaps.swaps());
        assertEquals(10 / 1e6, gaps.during().median());
        assertEquals(10 / 1e6, gaps.quiet().median());
        assertEquals(1, gaps.faulty().size());
    }

    private void beatAt(long... instants) {
        for (long instant : instants) {
            beats.add(instant);
        }
    }
}
