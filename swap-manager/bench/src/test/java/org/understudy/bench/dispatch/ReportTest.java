package org.understudy.bench.dispatch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {
    private final Report report = new Report(List.of(
            new Figure("twoAdds", 1, 1, 10, 11),
            new Figure("handle", 1, 1, 8, 9),
            new Figure("handle", 4, 1, 9, 10),
            new Figure("twoAdds", 1, 2, 12, 13),
            new Figure("handle", 1, 2, 10, 11),
            new Figure("bare", 1, 1, 6.5, 7),
            new Figure("bare", 1, 2, 6, 7),
            new Figure("noting", 1, 1, 7, 8),
            new Figure("inStep", 1, 1, 9, 10),
            new Figure("withoutPins", 1, 1, 6.5, 7),
            new Figure("withoutPins", 1, 2, 8, 9),
            new Figure("seldomBare", 1, 1, 60, 70),
            new Figure("seldomHandle", 1, 1, 120, 135)));

    @Test
    void ratios_compare_figures_of_the_same_number_of_threads() {
        assertAll(
                () -> assertEquals(0.8, report.handleToTwoAdds(1, 1), 1e-9),
                () -> assertEquals(0.9, report.handleToTwoAdds(4, 1), 1e-9),
                () -> assertEquals(10.0 / 12, report.handleToTwoAdds(1, 2), 1e-9),
                () -> assertEquals(1.25, report.twoThreadsToOne(), 1e-9),
                () -> assertEquals(1.0, report.bareToWithoutPins(1), 1e-9),
                () -> assertEquals(0.75, report.bareToWithoutPins(2), 1e-9));
    }

    @Test
    void json_is_one_line_with_ratios_and_figures() throws Exception {
        String json = report.json();
        JsonNode root = new ObjectMapper().readTree(json);

        assertFalse(json.contains("\n"));
        assertEquals(0.8, root.at("/ratios/handleToTwoAdds").asDouble(), 1e-9);
        assertEquals(1.25, root.at("/ratios/handleTwoThreadsToOne").asDouble(), 1e-9);
        assertEquals(1.5, root.get("monitorNanos").asDouble(), 1e-9);
        assertEquals(60, root.get("monitorNanosAt1000CallsPerSecond").asDouble(), 1e-9);
        assertEquals(0.5, root.get("usageNanosInNoStep").asDouble(), 1e-9);
        assertEquals(2.5, root.get("usageNanosInAStep").asDouble(), 1e-9);
        assertEquals(13, root.get("figures").size());
        assertEquals(9, root.at("/figures/2/p10Nanos").asDouble(), 1e-9);
    }

    @Test
    void the_table_says_what_must_be_reached() {
        assertTrue(report.table().contains("handle to two adds, one thread: 0.80 (must 1.5"), report::table);
        assertTrue(report.table().contains("monitor, added to a call: 1.50 ns (must 5"), report::table);
    }

    @Test
    void a_ratio_of_what_was_not_measured_is_refused() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> report.handleToTwoAdds(1, 8));

        assertEquals("handle was not measured with 8 threads after 1 versions", refusal.getMessage());
    }
}
