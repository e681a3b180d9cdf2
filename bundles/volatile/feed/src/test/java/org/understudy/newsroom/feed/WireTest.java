package org.understudy.newsroom.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;

class WireTest {
    private final Wire wire = new Wire(Wire.parse("t", "A | one\n\nB | two | 2\nC | three\n"));

    @Test
    void theListIsReadInACircle() {
        assertEquals(List.of("three", "one"), texts(wire.from(2, 2)));
        assertEquals(texts(wire.from(2, 2)), texts(wire.from(-1, 2)));
    }

    @Test
    void noHeadlineComesTwice() {
        assertEquals(List.of("two | 2", "three", "one"), texts(wire.from(1, 10)));
    }

    @Test
    void aLineWithoutSourceIsRefusedWithItsNumber() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Wire.parse("t", "A | one\nnonsense\n"));

        assertEquals("t, line 2: expected `source | text` but found `nonsense`", refusal.getMessage());
    }

    @Test
    void theStandardWireHasEnoughForAPage() {
        assertTrue(Wire.standard().from(0, 8).size() == 8);
    }

    private static List<String> texts(List<Headline> headlines) {
        return headlines.stream().map(Headline::text).toList();
    }
}
