package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.model.Prediction.Likely;

class WithinTest {
    private static final int SESSIONS = 1_500;
    private static final int LENGTH = 20;
    private static final int ITEMS = 300;

    @Test
    void whatManyShortSessionsSeldomNeedIsNotStatedTooHigh() {
        Model model = new Model(Life.SMALL);
        int horizon = model.settings().horizon();
        Random random = new Random(21);
        double stated = 0;
        int came = 0;
        long time = 0;
        for (int session = 0; session < SESSIONS; session++) {
            List<String> needs = session(random);
            for (int i = 0; i < LENGTH; i++) {
                if (session > SESSIONS / 2 && i + horizon <= LENGTH && i > 0) {
                    for (Likely likely : model.within(session, time, 500).items()) {
                        if (likely.probability() >= 0.02) {
                            stated += likely.probability();
                            came += needs.subList(i, i + horizon).contains(likely.item()) ? 1 : 0;
                        }
                    }
                }
                model.learn(session, time++, needs.get(i));
            }
        }

        assertTrue(stated > 0.9 * came && stated < 1.1 * came, "stated: " + stated + ", came: " + came);
    }

    /** Needs without any order, some of them more often than others. */
    private static List<String> session(Random random) {
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            double skewed = random.nextDouble();
            needs.add("item " + (int) (ITEMS * skewed * skewed));
        }
        return needs;
    }
}
