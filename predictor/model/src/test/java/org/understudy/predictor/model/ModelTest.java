package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.model.Prediction.Likely;
import org.understudy.predictor.usage.UsageEvent;

class ModelTest {
    private static final int ALL = 1000;

    @Test
    void whatIsStatedSumsToOneAndIsNeverNonsense() {
        Model model = new Model(Life.SMALL);

        for (UsageEvent e : Life.events(1, 8_000)) {
            checkNext(model.predict(Life.user(e), e.time(), ALL));
            checkEach(model.within(Life.user(e), e.time(), ALL));
            model.learn(Life.user(e), e.time(), e.item());
        }
    }

    @Test
    void aModelThatKnowsNothingExpectsSomethingNew() {
        Model model = new Model(Life.SMALL);

        Prediction prediction = model.predict(1, 0, 5);

        assertEquals(1, prediction.novel());
        assertTrue(prediction.items().isEmpty());
        assertTrue(model.within(1, 0, 5).items().isEmpty());
    }

    @Test
    void theSameCallsGiveTheSameAnswers() {
        Model one = new Model(Life.SMALL);
        Model other = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(2, 10_000);

        for (UsageEvent e : events) {
            assertEquals(
                    Life.stated(one.predict(Life.user(e), e.time(), 10)),
                    Life.stated(other.predict(Life.user(e), e.time(), 10)));
            one.learn(Life.user(e), e.time(), e.item());
            other.learn(Life.user(e), e.time(), e.item());
        }
    }

    @Test
    void askingChangesNothing() {
        Model asked = new Model(Life.SMALL);
        Model left = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(3, 5_000);

        for (UsageEvent e : events) {
            asked.predict(Life.user(e), e.time(), 10);
            asked.within(7, e.time() + 1, 10);
            asked.explain(Life.user(e), e.time(), e.item());
            asked.learn(Life.user(e), e.time(), e.item());
            left.learn(Life.user(e), e.time(), e.item());
        }

        assertEquals(Life.stated(left.predict(1, 1_000_000, ALL)), Life.stated(asked.predict(1, 1_000_000, ALL)));
    }

    @Test
    void aHabitIsExpected() {
        Model model = new Model(Life.SMALL);
        String[] habit = {"mail", "calendar", "news", "wiki"};

        for (int i = 0; i < 400; i++) {
            model.learn(1, i, habit[i % habit.length]);
        }

        Prediction prediction = model.predict(1, 400, 5);
        assertEquals("mail", prediction.items().get(0).item());
        assertTrue(prediction.probability("mail") > 0.9, prediction.items().toString());
        assertTrue(model.within(1, 400, 5).probability("wiki") > 0.6);
    }

    @Test
    void timesMayGoBack() {
        Model model = new Model(Life.SMALL);
        long[] times = {1_700_000_000L, 5, Long.MAX_VALUE, -7, Long.MIN_VALUE, 1_700_000_100L};

        for (int i = 0; i < 600; i++) {
            checkNext(model.predict(i % 3, times[i % times.length], ALL));
            model.learn(i % 3, times[i % times.length], "item " + i % 5);
        }
    }

    @Test
    void namesMayBeOfAnyKindButEmpty() {
        Model model = new Model(Life.SMALL);
        String[] names = {"a\tb\nc\0", "\ud800", "😀 \u202e", " ", "=|%", "x".repeat(100_000), "y".repeat(1024)};

        for (int i = 0; i < 700; i++) {
            checkNext(model.predict(1, i, ALL));
            model.learn(1, i, names[i % names.length]);
        }

        assertTrue(model.knows("\ud800"));
        assertFalse(model.knows("x".repeat(100_000)));
        assertThrows(IllegalArgumentException.class, () -> model.learn(1, 0, ""));
    }

    @Test
    void aUserWhoFloodsDoesNotDrownTheOthers() {
        Model model = new Model(Life.SMALL);
        String[] habit = {"mail", "calendar", "news", "wiki"};

        for (int i = 0; i < 2_000; i++) {
            model.learn(1, i, habit[i % habit.length]);
        }
        for (int i = 0; i < 20_000; i++) {
            model.learn(2, 2_000 + i, "noise " + i % 3_000);
            if (i % 100 == 0) {
                model.learn(1, 2_000 + i, habit[i / 100 % habit.length]);
            }
        }

        assertTrue(model.predict(1, 30_000, 5).probability("mail") > 0.5);
    }

    @Test
    void oneItemAmongAllDoesNotPushAProbabilityOverOne() {
        Model model = new Model(Life.SMALL);

        for (int i = 0; i < 150_000; i++) {
            model.learn(1, i, "always");
        }
        model.learn(1, 150_000, "once");

        checkNext(model.predict(1, 150_001, ALL));
        checkNext(model.predict(2, 150_001, ALL));
    }

    @Test
    void whatChangesIsLearnedAnew() {
        Model model = new Model(Life.SMALL);
        int before = 0;
        int after = 0;

        for (int i = 0; i < 12_000; i++) {
            String item = (i < 6_000 ? "old " : "new ") + i * 7 % 12;
            boolean expected = model.predict(1, i, 1).probability(item) > 0;
            before += i >= 5_000 && i < 6_000 && expected ? 1 : 0;
            after += i >= 7_000 && i < 8_000 && expected ? 1 : 0;
            model.learn(1, i, item);
        }

        assertTrue(before > 950, "before: " + before);
        assertTrue(after >= 0.95 * before, "before: " + before + ", after: " + after);
    }

    @Test
    void anExplanationNamesTheEvidenceWithItsCounts() {
        Model model = new Model(Life.SMALL);
        for (int i = 0; i < 100; i++) {
            model.learn(1, i, i % 2 == 0 ? "mail" : "news");
        }

        Explanation explanation = model.explain(1, 100, "mail");

        assertEquals(model.predict(1, 100, 5).probability("mail"), explanation.probability(), 1e-12);
        Explanation.Reason last = explanation.reasons().stream()
                .filter(r -> r.evidence().equals("after the user's last one"))
                .findFirst()
                .orElseThrow();
        assertEquals(last.of(), last.times());
        assertTrue(last.weight() > 0);
        assertTrue(model.explain(1, 100, "never seen").reasons().isEmpty());
    }

    static void checkNext(Prediction prediction) {
        double sum = prediction.novel() + prediction.rest();
        double above = 1;
        Set<String> names = new HashSet<>();
        for (Likely likely : prediction.items()) {
            double p = likely.probability();
            assertTrue(p >= 0 && p <= 1, likely.toString());
            assertTrue(names.add(likely.item()), likely.toString());
            sum += p;
            above = Math.min(above, p);
        }
        assertTrue(prediction.novel() >= 0 && prediction.novel() <= 1);
        assertEquals(1, sum, 1e-9);
    }

    private static void checkEach(Prediction prediction) {
        double above = 1;
        for (Likely likely : prediction.items()) {
            assertTrue(likely.probability() >= 0 && likely.probability() <= above, likely.toString());
            above = likely.probability();
        }
    }
}
