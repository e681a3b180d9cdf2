package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNumberTest {
    @Test
    void versionsAreOrderedByNumberThenByQualifier() {
        List<String> sorted = Stream.of("1.10.0", "1.2.0", "1.2.0.b", "1.2.0.a", "1")
                .map(VersionNumber::parse)
                .sorted()
                .map(VersionNumber::toString)
                .toList();

        assertEquals(List.of("1.0.0", "1.2.0", "1.2.0.a", "1.2.0.b", "1.10.0"), sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.", "1.2.3.4.5", "-1", "1.2.3.ä", "99999999999"})
    void whatIsNoVersionIsRefusedByName(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> VersionNumber.parse(text));

        assertTrue(refused.getMessage().contains("'" + text + "'"));
    }
}
