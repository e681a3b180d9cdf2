package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in its short form, and the control that shows that it would notice a lost call. */
class DemoIT {
    private static final List<String> HOLDERS = List.of(
            "tracker",
            "keptReference",
            "dsStatic",
            "dsDynamic",
            "dsReluctant",
            "dsGreedy",
            "lookup",
            "serviceObjects",
            "servlet",
            "filter",
            "asyncServlet",
            "eventHandler",
            "restart",
            "group");
    private static final List<String> KINDS = List.of(
            "service",
            "rareService",
            "servlet",
            "filter",
            "asyncServlet",
            "eventHandler",
            "command",
            "noService",
            "restart",
            "group");

    @TempDir
    Path folder;

    private JsonNode report(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void swappingUnderLoadLosesNoCallOfAnyHolder() throws Exception {
        Path file = folder.resolve("report.json");
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            understudy.run("demo", "--short", "--report", file.toString()).succeeded();
        }

        JsonNode report = report(file);
        for (String holder : HOLDERS) {
            JsonNode figures = report.path("holders").path(holder);
            assertTrue(figures.path("calls").asLong() >= 1000, holder + " " + figures);
            assertEquals(0, figures.path("failed").asLong(-1), holder);
            assertEquals(0, figures.path("stale").asLong(-1), holder);
        }
        for (String kind : KINDS) {
            JsonNode byKind = report.path("swaps").path("byKind");
            assertTrue(byKind.path(kind).asLong() >= 1, kind + " " + byKind);
        }
        assertEquals(0, report.path("events").path("lost").asLong(-1));
        assertEquals(0, report.path("events").path("doubled").asLong(-1));
        assertTrue(report.path("restart").path("maxHeldCalls").asLong() >= 1, () -> "" + report.path("restart"));
        assertEquals(0, report.path("http").path("failed").asLong(-1));
        assertEquals(0, report.path("loaders").path("leaked").asLong(-1));
        assertTrue(report.path("loaders").path("leakedOnPurpose").asLong() >= 1);
        assertTrue(report.path("calls").path("failedByVersion").asLong() >= 1);
        assertTrue(report.path("swaps").path("rolledBackByJudge").asLong() >= 1, () -> "" + report.path("verdicts"));
        assertTrue(report.path("swaps").path("committedByJudge").asLong() >= 1, () -> "" + report.path("swaps"));
    }

    @Test
    void updateAndRefreshUnderTheSameLoadIsCaughtLosingCallsOfTrackersAndComponentsToo() throws Exception {
        Path file = folder.resolve("report.json");
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            Understudy.Outcome outcome =
                    understudy.run("demo", "--short", "--mechanism", "update", "--report", file.toString());
            assertNotEquals(0, outcome.status());
        }

        JsonNode holders = report(file).path("holders");
        for (String holder : List.of("tracker", "dsStatic", "dsDynamic", "keptReference")) {
            assertTrue(holders.path(holder).path("failed").asLong() > 0, holder + " " + holders);
        }
    }
}
