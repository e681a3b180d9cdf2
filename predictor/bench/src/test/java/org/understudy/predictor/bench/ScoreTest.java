package org.understudy.predictor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoreTest {
    private final Score score = new Score(10);

    @Test
    void theFirstEventOfAUserIsNotScored() {
        score.add("u", "a", belief(1), 5);
        score.add("v", "a", belief(1), 5);

        assertEquals(0, score.scored());
    }

    @Test
    void aListedItemCountsByItsPlaceAndProbability() {
        score.add("u", "a", belief(1), 5);

        score.add("u", "b", belief(0.25, "a", 0.5, "b", 0.25), 7);

        assertEquals(0, score.hitsAtOne());
        assertEquals(1, score.hitsAtFive());
        assertEquals(0.5, score.meanReciprocalRank());
        assertEquals(2, score.bits());
        assertEquals(0.5, score.calibrationError());
    }

    @Test
    void whatIsLeftIsSpreadOverTheSeenItemsThatAreNotListed() {
        score.add("u", "a", belief(1), 5);
        score.add("v", "b", belief(1), 5);

        score.add("u", "b", belief(0.25, "a", 0.25), 5);

        assertEquals(1, score.bits());
        assertEquals(0.5, score.meanReciprocalRank());
    }

    @Test
    void whatSumsToMoreThanOneIsNoticed() {
        score.add("u", "a", belief(1), 5);
        score.add("u", "a", belief(0.5, "a", 0.6), 5);

        assertEquals(1, score.nonsense());
    }

    private static Belief belief(double novel, Object... items) {
        Belief belief = new Belief();
        belief.novel = novel;
        for (int i = 0; i < items.length; i += 2) {
            belief.add((String) items[i], (Double) items[i + 1]);
        }
        return belief;
    }
}
