package org.understudy.newsroom.sender.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;

class TelegraphTest {
    @Test
    void aHeadlineIsWrittenInTheFormatOfTheVersion() {
        assertEquals(
                new Answer<>("NEWS/1 A/B | late again", "1.2.3"),
                new Telegraph("1.2.3").write(new Headline("A|B", "late\nagain")));
    }
}
