package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.usage.UsageEvent;

class CircumstanceTest {
    private static final int PERIOD = 500;
    private static final int JUST_AFTER = 100;

    @Test
    void whatAFlagDecidesIsExpectedRightAfterItsSwitchOnlyByWhoIsToldOfIt() {
        List<UsageEvent> events = Life.events(11, 24_000);

        double told = rightAfterASwitch(events, true);
        double untold = rightAfterASwitch(events, false);

        assertTrue(told > 1.3 * untold, "told: " + told + ", untold: " + untold);
    }

    /** The share of the needs that the flag decides, soon after one of its later switches, for which the first one was right. */
    private static double rightAfterASwitch(List<UsageEvent> events, boolean isTold) {
        Model model = new Model(Settings.standard());
        int asked = 0;
        int right = 0;
        for (int i = 0; i < events.size(); i++) {
            boolean on = i / PERIOD % 2 == 1;
            if (isTold && i % PERIOD == 0) {
                model.circumstance("checkout", on ? "b" : "");
            }
            UsageEvent e = events.get(i);
            boolean decided = Integer.parseInt(e.item().substring(5)) % 7 == 0;
            String item = decided && on ? "offer" : e.item();
            if (decided && i >= 8 * PERIOD && i % PERIOD < JUST_AFTER) {
                asked++;
                right += model.predict(Life.user(e), e.time(), 1).probability(item) > 0 ? 1 : 0;
            }
            model.learn(Life.user(e), e.time(), item);
        }
        return (double) right / asked;
    }

    @Test
    void theReasonsNameTheCircumstances() {
        Model model = new Model(Life.SMALL);
        model.circumstance("weather", "rain");
        model.circumstance("checkout", "b");
        for (int i = 0; i < 100; i++) {
            model.learn(1, i, i % 2 == 0 ? "mail" : "news");
        }

        List<String> evidence = evidence(model, 100);
        model.circumstance("checkout", "");
        model.learn(1, 100, "mail");
        model.learn(1, 101, "news");
        model.learn(1, 102, "mail");
        model.learn(1, 103, "news");
        List<String> afterwards = evidence(model, 104);

        assertTrue(evidence.contains("while checkout=b, after this one, for anyone"), evidence.toString());
        assertTrue(evidence.contains("while checkout=b, after the user's last one"), evidence.toString());
        assertTrue(evidence.contains("while weather=rain, after this one, for anyone"), evidence.toString());
        assertTrue(afterwards.contains("without checkout, after this one, for anyone"), afterwards.toString());
    }

    private static List<String> evidence(Model model, long time) {
        return model.explain(1, time, "mail").reasons().stream()
                .map(Explanation.Reason::evidence)
                .toList();
    }

    @Test
    void aCircumstanceSetBetweenAskingAndLearningCountsForWhatIsLearned() {
        Model asked = new Model(Life.SMALL);
        Model left = new Model(Life.SMALL);
        for (int i = 0; i < 400; i++) {
            asked.predict(1, i, 5);
            for (Model model : List.of(asked, left)) {
                model.circumstance("flag", i % 4 == 0 ? "" : "v" + i % 3);
                model.learn(1, i, "item " + i % 7);
            }
        }

        assertEquals(Life.stated(left.predict(1, 400, 50)), Life.stated(asked.predict(1, 400, 50)));
    }

    @Test
    void aRestoredModelKnowsTheCircumstances() throws IOException {
        Model model = new Model(new Settings(1 << 18, 10, 90));
        List<UsageEvent> events = Life.events(12, 6_000);
        model.circumstance("feed", "match on");
        for (int i = 0; i < 4_000; i++) {
            switchNowAndThen(model, i);
            Life.learn(model, events.subList(i, i + 1));
        }

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.snapshot(out);
        Model restored = Model.restore(new ByteArrayInputStream(out.toByteArray()));

        assertEquals(90, restored.settings().utcOffsetMinutes());
        assertEquals(model.bytes(), restored.bytes());
        for (int i = 4_000; i < events.size(); i++) {
            UsageEvent e = events.get(i);
            long user = Life.user(e);
            switchNowAndThen(model, i);
            switchNowAndThen(restored, i);
            assertEquals(
                    Life.stated(model.predict(user, e.time(), 20)), Life.stated(restored.predict(user, e.time(), 20)));
            assertEquals(model.explain(user, e.time(), e.item()), restored.explain(user, e.time(), e.item()));
            Life.learn(model, List.of(e));
            Life.learn(restored, List.of(e));
        }
    }

    private static void switchNowAndThen(Model model, int i) {
        if (i % 150 == 0) {
            model.circumstance("flag " + i % 4, i % 450 == 0 ? "" : "v" + i % 7);
        }
    }

    @Test
    void aFloodOfCircumstancesStaysWithinTheBudget() {
        Settings settings = new Settings(1 << 18, 10);
        Model model = new Model(settings);
        List<UsageEvent> events = Life.events(13, 3_000);
        for (int i = 0; i < events.size(); i++) {
            model.circumstance("\u4e00".repeat(1000) + i, "\u4e00".repeat(1000) + i);
            Life.learn(model, events.subList(i, i + 1));
            ModelTest.checkNext(model.predict(1, events.get(i).time(), 100));
        }

        assertTrue(model.bytes() < settings.budget() * 1.1 + BudgetTest.WEIGHTS, "bytes: " + model.bytes());
    }

    @Test
    void aUserForgottenUnderACircumstanceIsAsOneNeverSeen() {
        Model model = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(14, 6_000);
        for (int i = 0; i < events.size(); i++) {
            switchNowAndThen(model, i);
            Life.learn(model, events.subList(i, i + 1));
        }
        long time = events.get(events.size() - 1).time() + 60;

        model.forget(3);

        assertEquals(Life.stated(model.predict(999, time, 1000)), Life.stated(model.predict(3, time, 1000)));
        assertEquals(Life.stated(model.within(999, time, 1000)), Life.stated(model.within(3, time, 1000)));
    }

    @Test
    void aNameMustBeThereAndNeitherItNorTheValueMayBeEndless() {
        Model model = new Model(Life.SMALL);

        assertThrows(IllegalArgumentException.class, () -> model.circumstance("", "on"));
        assertThrows(IllegalArgumentException.class, () -> model.circumstance("n".repeat(1025), "on"));
        assertThrows(IllegalArgumentException.class, () -> model.circumstance("flag", "v".repeat(1025)));
    }
}
