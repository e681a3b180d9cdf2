package org.understudy.newsroom.live.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;

class JsonLineTest {
    @Test
    void quotesBackslashesAndControlsAreEscaped() {
        assertEquals(
                "{\"version\":\"1.1.0\",\"source\":\"The \\\"Desk\\\"\",\"text\":\"a\\\\b\\u000ac ✓\"}\n",
                new JsonLine().write("1.1.0", new Headline("The \"Desk\"", "a\\b\nc ✓")));
    }
}
