package org.understudy.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SoakOptionsTest {
    @Test
    void ten_thousand_swaps_are_usual() {
        assertEquals(10_000, SoakOptions.parse(List.of()).swaps());
    }

    @Test
    void everything_can_be_said() {
        SoakOptions options = SoakOptions.parse(
                List.of("--swaps", "60", "--minutes", "2", "--bake", "300", "--resume", "folder", "--dist", "dist"));

        assertEquals(
                new SoakOptions(
                        60,
                        Duration.ofMinutes(2),
                        Duration.ofMillis(300),
                        Optional.of(Path.of("folder")),
                        Optional.of(Path.of("dist"))),
                options);
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        assertRefused("--loud", "--loud");
        assertRefused("--swaps", "--swaps");
        assertRefused("--swaps", "--swaps", "many");
        assertRefused("--bake", "--bake", "0");
    }

    private static void assertRefused(String named, String... words) {
        String said = assertThrows(IllegalArgumentException.class, () -> SoakOptions.parse(List.of(words)))
                .getMessage();

        assertTrue(said.contains(named), said);
    }
}
