package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {
    private static final long DAY = 86_400;
    private static final long MIDNIGHT = 20_000 * DAY;

    @Test
    void aDayHasTwelveParts() {
        TimeOfDay day = new TimeOfDay(0);

        assertEquals(1, day.part(MIDNIGHT));
        assertEquals(1, day.part(MIDNIGHT + 7_199));
        assertEquals(2, day.part(MIDNIGHT + 7_200));
        assertEquals(12, day.part(MIDNIGHT - 1));
        assertEquals(12, day.part(-1));
    }

    @Test
    void theOffsetMovesTheDay() {
        assertEquals(2, new TimeOfDay(120).part(MIDNIGHT));
        assertEquals(12, new TimeOfDay(-30).part(MIDNIGHT));
        assertEquals(5, new TimeOfDay(18 * 60).part(14 * 3600));
    }

    @Test
    void timesAtTheEndsOfTheScaleAreInSomePart() {
        TimeOfDay day = new TimeOfDay(18 * 60);

        assertTrue(day.part(Long.MAX_VALUE) >= 1 && day.part(Long.MAX_VALUE) <= 12);
        assertTrue(day.part(Long.MIN_VALUE) >= 1 && day.part(Long.MIN_VALUE) <= 12);
    }

    @Test
    void anOffsetOfMoreThanEighteenHoursIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Settings(1 << 18, 10, 18 * 60 + 1));
    }

    @Test
    void whatIsNeededAtOneTimeOfDayIsExpectedThenAndTheReasonSaysSo() {
        Model model = new Model(Life.SMALL);

        learnDays(model, MIDNIGHT);

        long nine = MIDNIGHT + 300 * DAY + 9 * 3600;
        assertTrue(model.predict(1, nine, 9).probability("news 1")
                > 2 * model.predict(1, nine + DAY / 2, 9).probability("news 1"));
        assertTrue(names(model, nine, "at this time of day, for the user"));
        model.learn(2, nine - 60, "news 1");
        assertTrue(model.explain(2, nine, "news 2").reasons().stream()
                .anyMatch(r -> r.evidence().equals("at this time of day, for anyone")));
    }

    @Test
    void aRunningNumberHasNoTimeOfDay() {
        Model model = new Model(Life.SMALL);
        for (int i = 0; i < 300; i++) {
            model.learn(1, i, "news " + i % 4);
        }

        assertFalse(names(model, 300, "at this time of day, for the user"));
        assertFalse(names(model, 300, "at this time of day, for anyone"));
    }

    /** News in the morning, games in the evening, in no order. */
    private static void learnDays(Model model, long start) {
        Random random = new Random(1);
        for (int day = 0; day < 300; day++) {
            for (int i = 0; i < 8; i++) {
                String what = (i < 4 ? "news " : "games ") + random.nextInt(4);
                model.learn(1, start + day * DAY + (i < 4 ? 9 : 21) * 3600 + i * 60, what);
            }
        }
    }

    private static boolean names(Model model, long time, String evidence) {
        return model.explain(1, time, "news 1").reasons().stream()
                .anyMatch(r -> r.evidence().equals(evidence));
    }
}
