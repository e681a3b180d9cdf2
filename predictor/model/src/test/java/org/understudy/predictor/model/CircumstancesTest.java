package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CircumstancesTest {
    private final Circumstances circumstances = new Circumstances(3);

    @Test
    void whatChangedLastComesFirst() {
        circumstances.set("checkout", "a");
        circumstances.set("weather", "rain");
        circumstances.set("checkout", "b");

        assertEquals(2, circumstances.size());
        assertEquals("while checkout=b", circumstances.words(0));
        assertEquals("while weather=rain", circumstances.words(1));
    }

    @Test
    void theSameValueAgainIsNoChange() {
        circumstances.set("checkout", "a");
        circumstances.set("weather", "rain");

        assertFalse(circumstances.set("checkout", "a"));
        assertEquals("while weather=rain", circumstances.words(0));
    }

    @Test
    void whatHasEndedIsKeptAsEnded() {
        circumstances.set("checkout", "a");
        int on = circumstances.key(0);

        assertTrue(circumstances.set("checkout", ""));
        assertFalse(circumstances.set("checkout", ""));

        assertEquals("without checkout", circumstances.words(0));
        assertNotEquals(on, circumstances.key(0));
        circumstances.set("checkout", "a");
        assertEquals(on, circumstances.key(0));
    }

    @Test
    void theEndOfWhatNeverBeganIsNothing() {
        assertFalse(circumstances.set("checkout", ""));
        assertEquals(0, circumstances.size());
    }

    @Test
    void theLeastLatelyChangedLeaves() {
        circumstances.set("one", "1");
        circumstances.set("two", "2");
        circumstances.set("three", "3");
        circumstances.set("one", "9");

        circumstances.set("four", "4");

        assertEquals(3, circumstances.size());
        assertEquals("while four=4", circumstances.words(0));
        assertEquals("while one=9", circumstances.words(1));
        assertEquals("while three=3", circumstances.words(2));
    }

    @Test
    void allOfThemTogetherAreKnownInWhateverOrderTheyCame() {
        circumstances.set("one", "1");
        int alone = circumstances.keyOfAll();
        circumstances.set("two", "2");
        int both = circumstances.keyOfAll();
        Circumstances others = new Circumstances(3);
        others.set("two", "x");
        others.set("three", "3");
        others.set("one", "1");
        others.set("two", "2");
        others.set("three", "");

        assertEquals(both, others.keyOfAll());
        assertNotEquals(alone, both);
        circumstances.set("three", "3");
        circumstances.set("four", "4");
        circumstances.set("three", "");
        circumstances.set("four", "");
        circumstances.set("two", "2");
        assertNotEquals(both, circumstances.keyOfAll(), "the first one has left");
    }

    @Test
    void onlyTheBeginningIsShownAndNothingThatUpsetsATerminal() {
        circumstances.set("a\u001b[2J\u202e\ud800", "\ud83d\ude00".repeat(40));

        assertEquals("while a?[2J??=" + "\ud83d\ude00".repeat(32) + "…", circumstances.words(0));
    }

    @Test
    void whatDiffersOnlyBehindWhatIsShownIsAnotherOne() {
        circumstances.set("n".repeat(500), "v".repeat(500));
        int one = circumstances.key(0);

        assertTrue(circumstances.set("n".repeat(500), "v".repeat(499) + "w"));
        assertEquals(1, circumstances.size());
        assertNotEquals(one, circumstances.key(0));
    }
}
