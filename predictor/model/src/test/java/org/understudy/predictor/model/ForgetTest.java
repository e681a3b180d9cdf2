package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.usage.UsageEvent;

class ForgetTest {
    private static final long NEVER_SEEN = 999;

    @Test
    void aForgottenUserIsAsOneNeverSeen() {
        Model model = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(4, 10_000);
        Life.learn(model, events);
        long time = events.get(events.size() - 1).time() + 60;

        model.forget(3);

        assertFalse(model.knows(3));
        assertEquals(Life.stated(model.predict(NEVER_SEEN, time, 1000)), Life.stated(model.predict(3, time, 1000)));
        assertEquals(Life.stated(model.within(NEVER_SEEN, time, 1000)), Life.stated(model.within(3, time, 1000)));
        ModelTest.checkNext(model.predict(1, time, 1000));
    }

    @Test
    void aForgottenUserStartsAnewLikeAnyNewOne() {
        Model model = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(5, 5_000);
        Life.learn(model, events);
        model.forget(3);
        long time = events.get(events.size() - 1).time() + 60;

        model.learn(3, time, "item 1");

        assertEquals(
                1,
                model.explain(3, time + 1, "item 1").reasons().stream()
                        .filter(r -> r.evidence().equals("how often the user needs it"))
                        .findFirst()
                        .orElseThrow()
                        .of());
    }

    @Test
    void whatOnlyThatUserEverNeededIsGoneFromEveryAnswerAndTheSnapshot() throws IOException {
        Model model = new Model(Life.SMALL);
        String canary = "canary-of-three";
        int i = 0;
        for (UsageEvent e : Life.events(6, 10_000)) {
            model.learn(Life.user(e), e.time(), e.item());
            if (i++ % 50 == 0) {
                model.learn(3, e.time(), canary);
            }
        }
        assertTrue(model.knows(canary));

        model.forget(3);

        assertFalse(model.knows(canary));
        for (long user = 1; user <= 20; user++) {
            assertEquals(0, model.predict(user, 1_000_000, 1000).probability(canary));
            assertEquals(0, model.within(user, 1_000_000, 1000).probability(canary));
        }
        assertFalse(state(model).contains(canary));
    }

    @Test
    void aNumberThatIsUsedAnewHasNoCountsOfTheItemBefore() {
        Model model = new Model(Life.SMALL);
        for (int i = 0; i < 300; i++) {
            model.learn(1, i, i % 2 == 0 ? "canary" : "known to all");
            model.learn(2, i, i % 2 == 0 ? "other" : "known to all");
        }
        model.forget(1);

        model.learn(3, 300, "new one, which gets the canary's number");

        Explanation explanation = model.explain(2, 301, "new one, which gets the canary's number");
        explanation.reasons().forEach(r -> assertTrue(r.times() <= 1, r.toString()));
    }

    @Test
    void theUsersPartInWhatIsCountedForAllIsTakenBack() {
        Model with = new Model(Life.SMALL);
        for (int i = 0; i < 200; i++) {
            with.learn(2, i, i % 2 == 0 ? "mail" : "news");
        }
        for (int i = 0; i < 200; i++) {
            with.learn(1, 200 + i, i % 2 == 0 ? "mail" : "wiki");
        }

        with.forget(1);

        Explanation.Reason all = with.explain(2, 400, "mail").reasons().stream()
                .filter(r -> r.evidence().equals("how often anyone needs it"))
                .findFirst()
                .orElseThrow();
        assertEquals(100, all.times());
        assertFalse(with.knows("wiki"));
    }

    @Test
    void whomNobodyKnowsIsForgottenWithoutAChange() throws IOException {
        Model model = new Model(Life.SMALL);
        Life.learn(model, Life.events(7, 2_000));
        byte[] before = snapshot(model);

        model.forget(NEVER_SEEN);

        assertArrayEquals(before, snapshot(model));
    }

    private static byte[] snapshot(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.snapshot(out);
        return out.toByteArray();
    }

    private static String state(Model model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.walk(new StateWriter(new DataOutputStream(out)));
        return out.toString(StandardCharsets.UTF_16BE)
                + out.toString(StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
