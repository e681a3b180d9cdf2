package org.understudy.newsroom.sender.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;

class TeleprinterTest {
    @Test
    void aHeadlineIsWrittenInTheFormatOfTheVersion() {
        assertEquals(
                new Answer<>("NEWS/2 3:A|B,10:late\nagain,", "1.2.3"),
                new Teleprinter("1.2.3").write(new Headline("A|B", "late\nagain")));
    }
}
