package org.understudy.newsroom.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.demo.fake.Sins;
import org.understudy.newsroom.demo.fake.Theatre;

/** The demo bundle in Felix: believes a swap-manager that keeps its promises, and catches one that does not. */
class DemoInFelixTest {
    private static final List<String> KINDS = List.of(
            "service", "servlet", "filter", "asyncServlet", "eventHandler", "command", "noService", "restart", "group");

    @TempDir
    Path folder;

    @Test
    void aSwapManagerThatKeepsItsPromisesIsBelieved() throws Exception {
        try (Theatre theatre = new Theatre(folder, Sins.NONE)) {
            String broken = demo(theatre.context());

            JsonNode report = report();
            assertEquals("", broken);
            assertEquals(0, report.at("/calls/failed").asLong(), report.toPrettyString());
            assertTrue(report.at("/calls/total").asLong() > 100_000);
            assertTrue(report.at("/calls/failedByVersion").asLong() > 0);
            assertTrue(report.at("/holders/dsGreedy/calls").asLong() > 1000);
            assertTrue(report.at("/flip/medianMicros").asDouble() > 0);
            assertTrue(report.at("/gap/quietMedianMillis").asDouble() > 0);
            assertEquals(4, report.at("/loaders/leakedOnPurpose").asLong());
            assertEquals(0, report.at("/swaps/falselyRolledBack").asLong(-1));
            assertTrue(report.at("/swaps/rolledBackByJudge").asLong() >= 5, report.at("/verdicts")::toPrettyString);
            JsonNode verdict = report.at("/verdicts/throws-one-in-fifty");
            assertEquals(
                    "FAIL it hurts",
                    verdict.path("outcome").asText() + " "
                            + verdict.path("reason").asText());
            assertTrue(
                    verdict.path("millis").asDouble() > 0
                            && verdict.path("failedCalls").asLong() > 0,
                    "" + verdict);
            for (String kind : KINDS) {
                assertTrue(report.at("/swaps/byKind/" + kind).asLong() > 0, kind);
                if (!kind.equals("noService")) {
                    JsonNode holder =
                            kind.equals("service") ? report.at("/holders/tracker") : report.at("/holders/" + kind);
                    assertTrue(holder.path("calls").asLong() > 50, kind + " " + holder);
                    assertEquals(0, holder.path("failed").asLong(-1), kind);
                }
            }
            assertTrue(
                    report.at("/state/written").asLong() > 50,
                    report.at("/state").toString());
            assertEquals(0, report.at("/state/lost").asLong(-1));
            assertEquals(1, report.at("/usage/events").asLong());
            assertEquals(12, report.at("/restart/medianMillis").asDouble());
            assertEquals(3, report.at("/restart/maxHeldCalls").asLong());
        }
    }

    @Test
    void eachBrokenPromiseOfASwapManagerIsNamed() throws Exception {
        try (Theatre theatre = new Theatre(folder, Sins.ALL)) {
            String broken = demo(theatre.context());

            for (String sign : List.of(
                    "calls failed",
                    "stale answer",
                    "equal rank",
                    "analytics 1.0.0",
                    "requests failed",
                    "requests had a stale answer",
                    "servlet had a stale answer",
                    "filter failed",
                    "asyncServlet failed",
                    "events were lost",
                    "events were handled more than once",
                    "command failed",
                    "restart failed",
                    "rareService failed",
                    "group failed",
                    "the judge took back 0",
                    "no usage was taken of the readers",
                    "comments and readings were lost",
                    "stand in the guestbook more than once")) {
                assertTrue(broken.contains(sign), sign + " is not in: " + broken);
            }
            JsonNode report = report();
            for (String holder : List.of("tracker", "keptReference", "dsStatic", "dsDynamic", "lookup")) {
                assertTrue(report.at("/holders/" + holder + "/failed").asLong() > 0, holder);
                assertTrue(report.at("/holders/" + holder + "/stale").asLong() > 0, holder);
            }
            assertTrue(report.at("/failures").toString().contains("6.6.6"));
        }
    }

    /** Runs the command as a shell would; the message of the promise that was broken, or nothing. */
    private String demo(BundleContext context) throws ReflectiveOperationException {
        ServiceReference<?>[] commands = references(context);
        assertNotNull(commands, "the command is not registered");
        Object command = context.getService(commands[0]);
        try {
            command.getClass().getMethod("demo", String[].class).invoke(command, (Object) new String[] {
                "--seconds", "10", "--report", folder.resolve("report.json").toString()
            });
            return "";
        } catch (InvocationTargetException e) {
            assertEquals(
                    BrokenPromiseException.class.getName(),
                    e.getCause().getClass().getName(),
                    () -> "" + e.getCause());
            return e.getCause().getMessage();
        }
    }

    private static ServiceReference<?>[] references(BundleContext context) {
        try {
            return context.getAllServiceReferences(null, "(osgi.command.function=demo)");
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }
}
