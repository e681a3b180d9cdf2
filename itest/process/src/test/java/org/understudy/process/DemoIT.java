package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
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

    /** What the pages that readers ask for are made of. */
    private static final Set<String> READ =
            Set.of("analytics", "feed", "live", "page", "renderer", "stamp", "store", "theme");

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
        foreseen(report.path("usage"));
    }

    /** What readers make likely is named, and nothing else; the model does better at it than the simplest rules. */
    private static void foreseen(JsonNode usage) {
        assertTrue(usage.path("events").asLong() >= 1000, usage::toString);
        List<String> likely = usage.path("likely").findValuesAsText("resource");
        assertTrue(likely.contains("page"), usage::toString);
        assertTrue(READ.containsAll(likely), usage::toString);
        assertTrue(hit1(usage, false) > hit1(usage, true), usage::toString);
    }

    /** Of the best of the baselines, or of what is none. */
    private static double hit1(JsonNode usage, boolean baseline) {
        return StreamSupport.stream(usage.path("models").spliterator(), false)
                .filter(model -> model.path("baseline").asBoolean() == baseline)
                .mapToDouble(model -> model.path("hit1").asDouble())
                .max()
                .orElseThrow(() -> new AssertionError(usage));
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
