package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.understudy.predict.PredictionModel.Scored;

/** Ten users who each need the front page in one step of five: one after the other, or all at once. */
class CrowdTest {
    private static final int USERS = 10;
    private static final double EACH = 0.2;
    private static final int ROUNDS = 2_000;
    private static final long ACTIVE = 60_000;
    private static final String FRONT = "front";

    private final Random random = new Random(5);
    private final Crowd crowd = new Crowd(ACTIVE);
    private long now = 1;

    private double stated() throws ModelFailure {
        return crowd
                .anyone(user -> List.of(new Scored(FRONT, EACH), new Scored("other", 1 - EACH)), 1, now, true)
                .stream()
                .filter(each -> each.resource().equals(FRONT))
                .mapToDouble(Scored::probability)
                .findFirst()
                .orElseThrow();
    }

    /** What was stated on average over the last half of the rounds, less how often it came. */
    private double error(Predicate<Boolean> needsFront) throws ModelFailure {
        double sum = 0;
        for (int user = 1; user <= USERS; user++) {
            crowd.add(new Need(user, "other", now));
        }
        for (int round = 0; round < ROUNDS; round++) {
            double stated = stated();
            boolean came = false;
            now += 1_000;
            boolean all = random.nextDouble() < EACH;
            for (int user = 1; user <= USERS; user++) {
                boolean front = needsFront.test(all);
                came |= front;
                crowd.add(new Need(user, front ? FRONT : "other", now));
            }
            sum += round < ROUNDS / 2 ? 0 : stated - (came ? 1 : 0);
        }
        return sum / (ROUNDS / 2);
    }

    @Test
    void ofUsersWhoGoTheirOwnWaysAnyoneIsMuchLikelierThanEach() throws ModelFailure {
        assertEquals(0, error(all -> random.nextDouble() < EACH), 0.05);
        assertTrue(stated() > 0.75);
    }

    /** Without the correction 0.89 would be stated, and 0.2 come. */
    @Test
    void usersWhoAllNeedTheSameAtOnceAreNotTakenForIndependent() throws ModelFailure {
        assertEquals(0, error(all -> all), 0.05);
        assertTrue(stated() < 0.35);
    }

    @Test
    void whoIsNotActiveAnyMoreIsNotCounted() throws ModelFailure {
        crowd.add(new Need(1, FRONT, now));
        now += ACTIVE + 1;

        assertEquals(List.of(), crowd.anyone(user -> List.of(new Scored(FRONT, EACH)), 1, now, true));
    }

    @Test
    void whoIsForgottenIsNotCounted() throws ModelFailure {
        crowd.add(new Need(1, FRONT, now));
        crowd.forget(1);

        assertEquals(List.of(), crowd.active(now));
    }
}
