package org.understudy.newsroom.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally(2);

    @Test
    void eachKeyHasACountOfItsOwn() {
        tally.count("/");

        assertEquals(1, tally.count("/about"));
        assertEquals(2, tally.count("/"));
    }

    @Test
    void keysBeyondTheBoundAreCountedTogether() {
        tally.count("/");
        tally.count("/about");
        tally.count("/made-up");

        assertEquals(2, tally.count("/made-up-too"));
        assertEquals(2, tally.count("/"));
    }
}
