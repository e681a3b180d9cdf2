package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BudgetTest {
    static final long WEIGHTS = 700_000;

    @Test
    void manyItemsAndUsersStayWithinTheBudget() {
        Settings settings = new Settings(1 << 19, 10);
        Model model = new Model(settings);

        for (int i = 0; i < 300_000; i++) {
            long x = i * 0x9E3779B97F4A7C15L;
            model.learn(x >>> 44, i, i % 3 == 0 ? "popular " + (x >>> 58) : "rare " + (x >>> 47));
            if (i % 10_000 == 0) {
                assertTrue(model.bytes() < settings.budget() * 1.1 + WEIGHTS, "bytes: " + model.bytes());
                ModelTest.checkNext(model.predict(x >>> 44, i, 1000));
            }
        }

        assertTrue(model.knows("popular 7"), "what many need must outlive what few need");
    }

    @Test
    void theStandardModelTakesTwelveMegabytesAtMost() {
        Model model = new Model(Settings.standard());

        long names = Settings.standard().nameBytes();
        assertTrue(model.bytes() + names < 12 << 20, "bytes: " + model.bytes());
    }

    @Test
    void longNamesTakeThePlaceOfMany() {
        Settings settings = new Settings(1 << 18, 10);
        Model model = new Model(settings);

        for (int i = 0; i < 2_000; i++) {
            model.learn(i % 5, i, "n" + i + "\u4e00".repeat(i % 1000));
        }

        assertTrue(model.bytes() < settings.budget() * 1.1 + WEIGHTS, "bytes: " + model.bytes());
    }
}
