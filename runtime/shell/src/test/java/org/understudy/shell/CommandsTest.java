package org.understudy.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.doctor.Ailment;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.Timing;
import org.understudy.swap.Verdict;

class CommandsTest {
    private final FakeSwapManager manager = new FakeSwapManager()
            .with("store", Criticality.CRITICAL, "1.0.0")
            .with("theme", Criticality.VOLATILE, "1.0.0");
    private final Gogo gogo = new Gogo(manager);

    @AfterEach
    void close() {
        gogo.close();
    }

    private String out(String... lines) {
        Gogo.Ran ran = gogo.script(lines);
        assertEquals(0, ran.status(), ran.err());
        return ran.out();
    }

    private JsonNode json(String line) throws JsonProcessingException {
        String out = out(line);
        assertEquals(1, out.lines().count(), out);
        return new ObjectMapper().readTree(out);
    }

    private String refusal(String line) {
        Gogo.Ran ran = gogo.script(line);
        assertEquals(1, ran.status(), line);
        return ran.err();
    }

    @Test
    void resourcesAreAnAlignedTableWithoutEscapesInAPipe() {
        assertEquals(
                List.of(
                        "RESOURCE  CRITICALITY   COST  LEARNED  ACTIVE  WAY BACK  STATE   NOTE",
                        "store     critical     10 ms        -  1.0.0   -         active",
                        "theme     volatile     10 ms        -  1.0.0   -         active"),
                out("resources").lines().toList());
    }

    @Test
    void resourcesTellProgramsWhatIsPromised() throws JsonProcessingException {
        out("swap theme 1.1.0");

        JsonNode theme = json("resources --json").get(1);

        assertEquals("theme", theme.get("name").textValue());
        assertEquals("volatile", theme.get("criticality").textValue());
        assertEquals(10, theme.get("swapCostMillis").longValue());
        assertEquals("1.1.0", theme.get("activeVersion").textValue());
        assertEquals("1.0.0", theme.get("wayBack").get("version").textValue());
        assertEquals("flip", theme.get("wayBack").get("by").textValue());
        assertEquals("active", theme.get("state").textValue());
    }

    @Test
    void slotsTellProgramsWhatIsPromised() throws JsonProcessingException {
        JsonNode slots = json("slots theme --json");

        JsonNode a = slots.get(0);
        assertEquals("theme", a.get("resource").textValue());
        assertEquals("A", a.get("slot").textValue());
        assertEquals(40, a.get("bundleId").longValue());
        assertEquals("1.0.0", a.get("version").textValue());
        assertEquals("active", a.get("state").textValue());
        assertTrue(a.get("active").booleanValue());
        assertTrue(slots.get(1).get("version").isNull());
        assertEquals(2, json("slots --json").size(), "all resources, without the empty slots");
    }

    @Test
    void aSwapAndARollbackTellProgramsWhatIsPromised() throws JsonProcessingException {
        JsonNode there = json("swap theme 1.1.0 --json");
        manager.drains = false;
        JsonNode back = json("rollback theme --json");

        assertEquals("1.0.0", there.get("from").textValue());
        assertEquals("1.1.0", there.get("to").textValue());
        assertEquals("swapped", there.get("outcome").textValue());
        assertEquals("", there.get("reason").textValue());
        assertEquals(42, there.get("flipMicros").doubleValue());
        assertEquals(3.5, there.get("drainMillis").doubleValue());
        assertEquals(0, there.get("gapMillis").doubleValue());
        assertEquals(0, there.get("heldCalls").longValue());
        assertEquals("draining", back.get("outcome").textValue());
        assertEquals("1.0.0", back.get("to").textValue());
    }

    @Test
    void severalResourcesAreSwappedTogetherAndToldOneByOne() throws JsonProcessingException {
        List<String> lines = out("swap theme,store 1.1.0,2.0.0").strip().lines().toList();
        JsonNode again = json("swap theme,store 1.2.0,2.1.0 --json");

        assertEquals("theme: 1.0.0 -> 1.1.0 swapped, flip 42 us, drained in 3.5 ms", lines.get(0));
        assertEquals("store: 1.0.0 -> 2.0.0 swapped, flip 42 us, drained in 3.5 ms", lines.get(1));
        assertEquals("1.2.0", again.get(0).get("to").textValue());
        assertEquals("store", again.get(1).get("resource").textValue());
    }

    @Test
    void aGroupWithMoreNamesThanVersionsOrAnEmptyPlaceIsRefused() {
        assertTrue(refusal("swap theme,store 1.1.0").contains("2 resources are named, but 1 versions"));
        assertTrue(refusal("swap theme, 1.1.0,1.1.0").contains("has an empty place"));
    }

    @Test
    void aPlanSaysHowCallsWouldBeHeldAndWhatToMind() {
        manager.restarts = true;

        String plan = out("plan theme 2.0.0");

        assertTrue(plan.contains("by a restart: calls are held for about 120 ms"), plan);
        assertTrue(plan.contains("mind:"), plan);
    }

    @Test
    void peopleGetSentences() {
        assertEquals(
                "theme: 1.0.0 -> 1.1.0 swapped, flip 42 us, drained in 3.5 ms",
                out("swap theme 1.1.0").strip());
        assertEquals(
                "theme: 2 inside 1.0.0, off stage since 120 ms",
                out("drain theme").lines().findFirst().orElseThrow());
        assertEquals(
                "theme: 2 inside 1.0.0, off stage since 120 ms, 2 cut",
                out("drain theme --now").strip());
        assertTrue(out("drain store").contains("no version was taken off stage"));
    }

    @Test
    void aWordIsAVersionUnlessItIsAPathOrAFileIsThere(@TempDir Path folder) throws IOException {
        Path jar = Files.createFile(folder.resolve("theme.jar"));

        out(
                "swap theme 1.1.0",
                "swap theme " + jar,
                "swap theme file:" + jar,
                "swap theme --allow-lower",
                "stage theme " + jar);

        assertEquals(
                List.of(
                        Candidate.version("1.1.0"),
                        Candidate.file(jar),
                        Candidate.file(jar),
                        Candidate.staged().allowingLower(),
                        Candidate.file(jar)),
                manager.asked);
    }

    @Test
    void aPathThatIsNotThereIsNamedInFull() {
        assertTrue(refusal("swap theme no/such.jar")
                .contains(Path.of("").toAbsolutePath().resolve("no/such.jar") + ": no such file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swap",
                "swap theme 1.1.0 more",
                "swap theme 1.1.0 --alow-lower",
                "stage theme",
                "rollback",
                "log -n",
                "log -n many",
                "log -f --json",
                "exit now"
            })
    void aMisuseTellsTheUsage(String line) {
        String command = line.split(" ")[0];

        assertTrue(refusal(line).contains("; usage: " + command), line);
        assertEquals(List.of(), manager.asked);
    }

    @Test
    void aPlanListsStepsAndWhatSpeaksAgainstIt() throws JsonProcessingException {
        manager.refuseWith = "package x is missing";

        String plan = out("plan theme 1.1.0");

        assertTrue(plan.contains("  2. start"), plan);
        assertTrue(plan.contains("refused, because:" + System.lineSeparator() + "  package x is missing"), plan);
        assertEquals("B", json("plan theme 1.1.0 --json").get("slot").textValue());
    }

    @Test
    void stagingTellsTheSlotAndARefusalTheReason() throws JsonProcessingException {
        assertEquals("B", json("stage theme 1.1.0 --json").get("slot").textValue());

        manager.refuseWith = "it is no jar";

        assertTrue(refusal("stage theme 1.1.0").endsWith("it is no jar" + System.lineSeparator()));
        assertTrue(gogo.script("stage theme 1.1.0 --json").out().contains("\"outcome\":\"refused\""));
    }

    @Test
    void aResourceShowsItsContractSlotsAndVersions() throws JsonProcessingException {
        String shown = out("resource theme");

        assertTrue(shown.contains("org.example.Contract") && shown.contains("1.1.0, 1.0.0"), shown);
        assertEquals(2, json("resource theme --json").get("slots").size());
    }

    @Test
    void textOutsideAsciiIsEscapedInJson() {
        manager.refuseWith = "K\u00e4se";

        assertTrue(gogo.script("swap theme 1.1.0 --json").out().contains("K\\u00E4se"));
    }

    @Test
    void statusTellsProcessAndAddress() throws JsonProcessingException {
        gogo.properties.put("understudy.http.url", "http://127.0.0.1:8080/");

        JsonNode status = json("status --json");

        assertEquals(ProcessHandle.current().pid(), status.get("pid").longValue());
        assertEquals("http://127.0.0.1:8080/", status.get("http.url").textValue());
        assertEquals(2, status.get("resourcesActive").intValue());
    }

    @Test
    void theLogIsTheEndOfTheFileOfTheHome(@TempDir Path home) throws IOException {
        gogo.properties.put("understudy.home", home.toString());
        assertTrue(refusal("log").contains("nothing was logged yet"));
        Files.writeString(Files.createDirectory(home.resolve("log")).resolve("understudy.log"), "one\ntwo\nthree\n");

        assertEquals("two\nthree\n", out("log -n 2"));
        assertEquals("[\"three\"]", out("log -n 1 --json").strip());
    }

    @Test
    void helpNamesEveryCommandAndTellsAboutOne() {
        String help = out("help");

        gogo.commands
                .all()
                .forEach(command -> assertTrue(help.contains(command.usage().synopsis())));
        assertTrue(out("help swap").contains("--allow-lower"));
        assertTrue(refusal("help nonsense").contains("there is no command 'nonsense'"));
    }

    @Test
    void exitEndsAScriptWithItsStatus() {
        Gogo.Ran ran = gogo.script("exit 7", "resources");

        assertEquals(7, ran.status());
        assertFalse(ran.out().contains("theme"));
    }

    @Test
    void theMonitorShowsTheProcessAndOneLineAVersion() {
        List<String> lines = out("monitor").lines().toList();

        assertEquals(
                "process: 0.25 cores, load 1.50, heap 40 MB (30 MB after collection), collecting 1.0 %, metaspace 50 MB,"
                        + " 33 threads, 210 files",
                lines.get(0));
        assertEquals("host:    disk 1000 MB free, read 2 MB, written 3 MB; network in -, out - (proc)", lines.get(1));
        assertEquals(
                List.of("RESOURCE", "VERSION", "CALLS", "CALLS/S", "FAILED"),
                List.of(lines.get(2).split(" +")).subList(0, 5));
        assertEquals(
                "theme     1.1.0     1234    200.0       4   0.500   1.500   2.500  12.000       2   1.5 s  *      3 java.io.IOException, 1 java.lang.StackOverflowError",
                lines.get(4));
        assertEquals(4, out("monitor theme").lines().count());
    }

    @Test
    void theMonitorTellsProgramsWhatItDoesNotKnowAsNull() throws JsonProcessingException {
        JsonNode all = json("monitor --json");

        assertEquals(0.25, all.at("/process/cpuCores").doubleValue());
        assertEquals(-1, all.at("/process/host/netIn").longValue());
        assertTrue(all.at("/generations/0/latency/p99Millis").isNull());
        assertEquals(3, all.at("/generations/1/failures/java.io.IOException").longValue());
        assertEquals(
                "java.lang.StackOverflowError", all.at("/generations/1/fatal").textValue());
    }

    @Test
    void theMonitorRefusesAResourceThatNobodyKnows() {
        assertTrue(refusal("monitor nobody").contains("nobody"));
    }

    @Test
    void whoAsksForASwapAndWhyStandsInTheRequest() {
        out("swap theme 2.0.0 --because \"it is time\" --supersede --plan c0ffee");

        SwapRequest request = manager.requests.get(0);
        assertTrue(request.by().startsWith("shell:"), request.by());
        assertEquals("it is time", request.cause());
        assertTrue(request.supersede());
        assertEquals(Optional.of("c0ffee"), request.plan());
    }

    @Test
    void theActiveVersionComesOnceMoreUnlessAnotherIsNamedToo() {
        out("swap theme --again");

        assertTrue(manager.asked.get(0).source() instanceof Candidate.Again);
        assertTrue(refusal("swap theme 2.0.0 --again").contains("leave one of them out"));
    }

    @Test
    void aProvisionalVersionIsDecidedAbout() {
        assertEquals("theme: committed", out("commit theme").strip());
        assertEquals("theme: paused", out("pause theme").strip());
        assertEquals("theme: resumed", out("resume theme").strip());
        manager.refuseWith = "theme is not provisional";
        assertTrue(refusal("commit theme").contains("not provisional"));
        assertEquals(3 + 1, manager.decisions.size());
    }

    @Test
    void whyTellsEveryFigureThatDecided() throws JsonProcessingException {
        Verdict verdict = new Verdict(
                Verdict.Outcome.FAIL,
                "calls fail",
                List.of(new Verdict.Finding(
                        "errors", "Fisher", 0, 0.05, 0.05, 0.02, 0.09, 0.0004, 0.003, 800, 120, "fail", "6 of 120")));
        Instant at = Instant.parse("2026-11-27T10:00:00Z");
        manager.records.add(new SwapRecord(
                7,
                at,
                false,
                "ada",
                "a new theme",
                List.of(new SwapRecord.Member(
                        "theme", Optional.of("1.0.0"), Optional.of("1.1.0"), "swapped", "", new Timing(9, 1, 0, 0))),
                SwapRecord.End.TAKEN_BACK,
                List.of(new SwapRecord.Decision(at, "judged", "judge", "calls fail", Optional.of(verdict)))));

        String why = out("why theme");
        JsonNode json = json("why theme 7 --json");

        assertTrue(why.contains("asked by ada, because a new theme"), why);
        assertTrue(why.contains("6 of 120") && why.contains("p 0.0004000 against 0.003000"), why);
        assertEquals("taken_back", json.get("end").asText());
        assertEquals(0.0004, json.at("/decisions/0/verdict/findings/0/evidence").asDouble(), 1e-12);
        assertTrue(out("swaps theme").contains("a new theme"));
        assertTrue(refusal("why store").contains("never swapped"));
        assertTrue(refusal("why theme 8").contains("no swap '8'"));
    }

    @Test
    void leaksAreTheVersionsOffStageForGoodWithWhoHoldsThem() throws JsonProcessingException {
        String none = out("leaks");
        manager.generations.add(generation(
                "1.0.0",
                GenerationStatus.Use.RETIRED,
                List.of(new Holder(Holder.Kind.THREAD, "poller"), new Holder(Holder.Kind.JDBC_DRIVER, "a.Driver"))));
        manager.generations.add(generation("1.1.0", GenerationStatus.Use.RETIRED, List.of()));
        manager.generations.add(generation("1.2.0", GenerationStatus.Use.ACTIVE, List.of()));

        List<String> lines = out("leaks").lines().toList();
        JsonNode json = json("leaks --json");

        assertEquals("every version that is off stage for good has been collected", none.strip());
        assertEquals(
                List.of(
                        "RESOURCE  VERSION  SLOT  RETIRED   HELD BY",
                        "theme     1.0.0    A     61 s ago  thread poller, JDBC driver a.Driver",
                        "theme     1.1.0    A     61 s ago  nobody who can be found"),
                lines);
        assertEquals(2, json.size());
        assertEquals(
                "jdbc_driver", json.get(0).get("holders").get(1).get("kind").textValue());
        assertEquals(61_000, json.get(0).get("retiredMillis").longValue());
    }

    private static GenerationStatus generation(String version, GenerationStatus.Use use, List<Holder> holders) {
        return new GenerationStatus("theme", version, SlotSide.A, use, false, 61_000, holders);
    }

    private static Ailment ailment(Ailment.Severity severity, String what, boolean curable) {
        return new Ailment(Ailment.Area.STORE, severity, what, "it takes up room", "deletes it", curable);
    }

    @Test
    void theDoctorOfAHomeThatIsWellHasOneLineToSay() {
        assertEquals("no findings", out("doctor").strip());

        gogo.doctor.ailments.add(ailment(Ailment.Severity.NOTE, "x is a stranger", false));

        assertTrue(out("doctor").endsWith("no findings" + System.lineSeparator()), "a note is nothing to be done");
    }

    @Test
    void theDoctorFailsWhileThereAreFindingsSoThatScriptsCanUseIt() {
        gogo.doctor.ailments.add(ailment(Ailment.Severity.WARNING, "x is of no use", true));
        gogo.doctor.ailments.add(ailment(Ailment.Severity.ERROR, "y is missing", false));

        Gogo.Ran found = gogo.script("doctor");
        Gogo.Ran fixed = gogo.script("doctor --fix");

        assertEquals(1, found.status());
        assertEquals(
                List.of(
                        "warning, store: x is of no use",
                        "  it takes up room",
                        "  --fix deletes it",
                        "error, store: y is missing",
                        "  it takes up room",
                        "  by hand: deletes it"),
                found.out().lines().toList());
        assertTrue(found.err().contains("2 findings: `doctor --fix` does something about 1 of them"), found.err());
        assertEquals(1, fixed.status());
        assertTrue(fixed.out().startsWith("fixed: x is of no use is gone"), fixed.out());
        assertTrue(gogo.doctor.askedBy.get(0).startsWith("shell:"));
        assertTrue(fixed.err().contains("1 finding: to be put right by hand"), fixed.err());
    }

    @Test
    void theDoctorTellsProgramsWhatIsPromised() throws JsonProcessingException {
        gogo.doctor.ailments.add(ailment(Ailment.Severity.WARNING, "x is of no use", true));

        JsonNode found =
                new ObjectMapper().readTree(gogo.script("doctor --json").out());
        JsonNode fixed = json("doctor --fix --json");

        assertFalse(found.get("healthy").booleanValue());
        assertEquals("store", found.at("/findings/0/area").textValue());
        assertEquals("warning", found.at("/findings/0/severity").textValue());
        assertTrue(found.at("/findings/0/curable").booleanValue());
        assertEquals("deletes it", found.at("/findings/0/remedy").textValue());
        assertTrue(fixed.get("healthy").booleanValue());
        assertEquals("x is of no use", fixed.at("/treatments/0/finding").textValue());
        assertTrue(fixed.at("/treatments/0/helped").booleanValue());
    }
}
