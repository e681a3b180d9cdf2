package org.understudy.newsroom.desk.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;

class DeskTest {
    @Test
    void theDeskNamesItsVersion() {
        assertEquals("desk 1.2.3", new Desk("1.2.3").desk());
    }

    @Test
    void headlinesComeFromTheFeed() {
        Headlines headlines = new Headlines(limit -> new Answer<>(List.of(new Headline("City", "" + limit)), "1.0.0"));

        assertEquals("City  5", headlines.headlines());
    }

    @Test
    void thatThereIsNoFeedIsSaid() {
        assertEquals(
                "no feed is on stage",
                assertThrows(IllegalStateException.class, () -> new Headlines(null).headlines())
                        .getMessage());
    }
}
