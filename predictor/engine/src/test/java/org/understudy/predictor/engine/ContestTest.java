package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.PredictionModel.Next;
import org.understudy.predict.PredictionModel.Scored;

/** One user who needs one of four at random, and a model that is right or wrong. */
class ContestTest {
    private static final long USER = 1;
    private static final double SURE = 0.9;

    private final Contest contest = new Contest();
    private final Random random = new Random(3);
    private int needs;

    private void need(boolean right) {
        int drawn = random.nextInt(4);
        String comes = "resource " + drawn;
        String other = "resource " + (drawn + 1) % 4;
        Next stated = new Next(
                0.01,
                right
                        ? List.of(new Scored(comes, SURE), new Scored(other, 0.09))
                        : List.of(new Scored(other, SURE), new Scored(comes, 0.09)));
        contest.judge(new Need(USER, comes, needs), Optional.of(stated), needs == 0);
        needs++;
    }

    private void needs(int times, boolean right) {
        for (int i = 0; i < times; i++) {
            need(right);
        }
    }

    private List<ModelQuality> trusted() {
        return contest.quality(Optional.of("model")).stream()
                .filter(ModelQuality::trusted)
                .toList();
    }

    @Test
    void aModelThatIsRightIsGoneBy() {
        needs(2 * Contest.LONG, true);

        assertEquals(Optional.empty(), contest.instead(true));
        assertEquals("model", trusted().get(0).model());
    }

    @Test
    void aModelThatIsWorseForAShortTimeIsStillGoneBy() {
        needs(Contest.LONG, true);
        needs(20, false);

        assertEquals(Optional.empty(), contest.instead(true));
    }

    @Test
    void aModelThatIsWorseForLongGivesWayToARuleWhichIsSaid() {
        needs(2 * Contest.LONG, false);

        assertTrue(contest.instead(true).isPresent());
        assertEquals(1, trusted().size());
        assertTrue(trusted().get(0).baseline());
        assertEquals(contest.better().name(), trusted().get(0).model());
    }

    @Test
    void onceItIsBetterForLongItIsGoneByAgain() {
        needs(2 * Contest.LONG, false);
        for (int i = 0; i < 100 && contest.instead(true).isPresent(); i++) {
            needs(Contest.LONG, true);
        }

        assertEquals(Optional.empty(), contest.instead(true));
        assertFalse(trusted().get(0).baseline());
    }

    @Test
    void anotherModelIsJudgedByWhatItDoesItself() {
        needs(2 * Contest.LONG, false);
        contest.modelChanges();

        assertEquals(Optional.empty(), contest.instead(true));
    }

    @Test
    void withoutAModelTheBetterRuleIsGoneBy() {
        needs(10, true);

        assertEquals(contest.better(), contest.instead(false).orElseThrow());
    }
}
