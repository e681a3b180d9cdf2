package org.understudy.newsroom.live.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;

class PlainLineTest {
    @Test
    void aLineIsSourceAndText() {
        assertEquals("City: Tram late\n", new PlainLine().write("1.0.0", new Headline("City", "Tram late")));
    }
}
