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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageFigures;

class PredictCommandsTest {
    private static final ZoneId HERE = ZoneId.systemDefault();

    private final Gogo gogo = new Gogo(new FakeSwapManager());

    @AfterEach
    void close() {
        gogo.close();
    }

    private String out(String line) {
        Gogo.Ran ran = gogo.script(line);
        assertEquals(0, ran.status(), ran.err());
        return ran.out();
    }

    private List<String> lines(String line) {
        return out(line).lines().toList();
    }

    private JsonNode json(String line) throws JsonProcessingException {
        String out = out(line);
        assertEquals(1, out.lines().count(), out);
        return new ObjectMapper().readTree(out);
    }

    private String refusal(String line) {
        Gogo.Ran ran = gogo.script(line);
        assertEquals(1, ran.status(), line);
        assertEquals("", ran.out());
        return ran.err();
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String here(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(HERE).format(at);
    }

    @Test
    void whatAnyoneNeedsIsATableWithBarsTheLikeliestFirst() {
        assertEquals(
                List.of(
                        "needed by anyone within 5 events of each user, as of " + here(FakePredictor.NOW)
                                + ", says blend",
                        "RESOURCE  WITHIN                          NEXT",
                        "feed      ###################.  96.0 %  62.5 %",
                        "theme     ##########..........  50.0 %  25.0 %",
                        "desk      ....................   0.0 %   0.0 %"),
                lines("predict"));
    }

    @Test
    void whatOneUserNeedsAlsoSaysHowLikelySomethingNewIs() {
        List<String> lines = lines("predict --user ada");

        assertEquals(
                "needed by this user within 5 events, as of " + here(FakePredictor.NOW) + ", says blend", lines.get(0));
        assertEquals("next comes something never seen: 12.5 %", lines.get(lines.size() - 1));
        assertEquals(List.of(new FakePredictor.Asked("ada", Optional.empty())), gogo.predictor.asked);
    }

    @Test
    void anOutlookTellsProgramsWhatIsPromised() throws JsonProcessingException {
        JsonNode outlook = json("predict --user ada --json");

        assertEquals(List.of("at", "model", "horizon", "unseen", "resources"), fields(outlook));
        assertEquals("2026-11-27T10:00:00Z", outlook.get("at").textValue());
        assertEquals("blend", outlook.get("model").textValue());
        assertEquals(5, outlook.get("horizon").intValue());
        assertEquals(0.125, outlook.get("unseen").doubleValue());
        assertEquals(List.of("resource", "next", "within"), fields(outlook.at("/resources/0")));
        assertEquals("feed", outlook.at("/resources/0/resource").textValue());
        assertEquals(0.625, outlook.at("/resources/0/next").doubleValue());
        assertEquals(0.96, outlook.at("/resources/0/within").doubleValue());
    }

    @Test
    void beforeAnythingWasUsedThereIsNothingLikely() {
        gogo.predictor.likely.clear();

        assertEquals(
                "nothing that was needed yet makes anything likely",
                lines("predict").get(1));
    }

    @Test
    void aTimeIsAnInstantOrWhatTheClocksHereShow() {
        for (String typed : List.of(
                "2026-11-27T10:30:00Z",
                "2026-11-27T10:30:00+02:00",
                "2026-11-27T10:30",
                "\"2026-11-27 10:30\"",
                "2026-11-27")) {
            out("predict --user ada --at " + typed);
        }

        Instant local = LocalDateTime.parse("2026-11-27T10:30").atZone(HERE).toInstant();
        assertEquals(
                List.of(
                        Instant.parse("2026-11-27T10:30:00Z"),
                        Instant.parse("2026-11-27T08:30:00Z"),
                        local,
                        local,
                        LocalDateTime.parse("2026-11-27T00:00").atZone(HERE).toInstant()),
                gogo.predictor.asked.stream()
                        .map(asked -> asked.at().orElseThrow())
                        .toList());
    }

    @Test
    void whatAnyoneNeedsAtAnotherTimeIsToldForThat() throws JsonProcessingException {
        Instant at = Instant.parse("2026-11-27T10:30:00Z");

        assertTrue(lines("predict --at " + at)
                .get(0)
                .contains("by anyone within 5 events of each user, as of " + here(at)));
        assertEquals(at.toString(), json("predict --json --at " + at).get("at").textValue());
    }

    @Test
    void aTimeWithoutADayIsOneOfToday() {
        out("predict --user ada --at 10:30");

        Instant at = gogo.predictor.asked.get(0).at().orElseThrow();
        assertEquals(LocalTime.of(10, 30), at.atZone(HERE).toLocalTime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "25:00",
                "2026-13-01",
                "2026-02-30T10:00",
                "1764239400",
                "1969-12-30T00:00:00Z",
                "+12026-01-01T00:00:00Z",
                "\"\""
            })
    void whatIsNoTimeIsRefusedWithExamples(String typed) {
        String refusal = refusal("predict --user ada --at " + typed);

        assertTrue(refusal.contains("--at is '" + typed.replace("\"", "") + "': expected a time"), refusal);
        assertTrue(refusal.contains("2026-11-27T10:30:00Z"), refusal);
        assertEquals(List.of(), gogo.predictor.asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict ada",
                "predict --user",
                "predict --quality --user ada",
                "why-likely",
                "usage --on",
                "privacy ada",
                "privacy --on --off",
                "privacy --opt-in ada --export ada",
                "privacy --forget ada",
                "privacy --out file",
                "forget",
                "forget ada eve"
            })
    void aMisuseTellsTheUsage(String line) {
        String command = line.split(" ")[0];

        assertTrue(refusal(line).contains("; usage: " + command), line);
    }

    @Test
    void theModelsAreComparedAndTheTrustedOneIsMarked() throws JsonProcessingException {
        JsonNode json = json("predict --quality --json");

        assertEquals(
                List.of(
                        "MODEL    EVENTS   HIT@1   HIT@5    MRR   BITS  CALIBRATION  TRUSTED",
                        "blend      2000  51.0 %  83.0 %  0.642  2.250        0.031  *",
                        "recency       0       -       -      -      -            -"),
                lines("predict --quality"));
        assertEquals(
                List.of(
                        "model",
                        "trusted",
                        "baseline",
                        "events",
                        "hit1",
                        "hit5",
                        "reciprocalRank",
                        "bits",
                        "calibrationError"),
                fields(json.get(0)));
        assertTrue(json.at("/0/trusted").booleanValue());
        assertEquals(0.031, json.at("/0/calibrationError").doubleValue());
        assertTrue(json.at("/1/bits").isNull());
    }

    @Test
    void thatASimpleRuleHasTakenTheModelsPlaceIsSaid() {
        ModelQuality blend = gogo.predictor.qualities.get(0);
        gogo.predictor.qualities.clear();
        gogo.predictor.qualities.add(new ModelQuality("most recent", true, true, 2000, 0.6, 0.9, 0.7, 2, 0.01));
        gogo.predictor.qualities.add(new ModelQuality(
                blend.model(),
                false,
                false,
                blend.events(),
                blend.hit1(),
                blend.hit5(),
                blend.reciprocalRank(),
                blend.bits(),
                blend.calibrationError()));

        List<String> lines = lines("predict --quality");

        assertTrue(lines.get(1).startsWith("most recent") && lines.get(1).endsWith("*"), lines.get(1));
        assertEquals(
                "the model did worse than most recent for long: what is likely is told by that, until the model is"
                        + " better again for as long",
                lines.get(3));
    }

    @Test
    void thatNoModelAnswersIsSaid() {
        gogo.predictor.qualities.clear();
        gogo.predictor.qualities.add(new ModelQuality("most recent", true, true, 2000, 0.6, 0.9, 0.7, 2, 0.01));

        assertEquals(
                "no model gives sensible answers: what is likely is told by most recent until one does",
                lines("predict --quality").get(2));
    }

    @Test
    void whySomethingIsLikelyIsTheEvidenceTheStrongestFirst() throws JsonProcessingException {
        JsonNode json = json("why-likely theme --json");

        assertEquals(
                List.of(
                        "WEIGHT   SHARE  SEEN  WHAT",
                        "60.0 %  75.0 %  12.5  after feed, then store",
                        "40.0 %  25.0 %  40.0  at this hour"),
                lines("why-likely theme"));
        assertEquals(List.of("what", "seen", "share", "weight"), fields(json.get(0)));
        assertEquals("after feed, then store", json.at("/0/what").textValue());
        assertEquals(12.5, json.at("/0/seen").doubleValue());
        assertEquals(
                "desk: nothing speaks for it being needed soon",
                out("why-likely desk").strip());
        assertEquals("[]", out("why-likely desk --json").strip());
    }

    @Test
    void usageIsWhatWasTakenInAndHowOftenEachResourceWasNeeded() throws JsonProcessingException {
        JsonNode json = json("usage --json");

        assertEquals(
                List.of(
                        "usage is on: 20 events learned, 1 waiting, 2 dropped, 3 refused of users who have opted out",
                        "users: 4 active, 5 known; the model takes 1.5 MB",
                        "RESOURCE  TIMES",
                        "feed         17",
                        "theme         3"),
                lines("usage"));
        assertEquals(
                List.of(
                        "on",
                        "events",
                        "pending",
                        "dropped",
                        "refused",
                        "activeUsers",
                        "knownUsers",
                        "modelBytes",
                        "resources"),
                fields(json));
        assertEquals(20, json.get("events").longValue());
        assertEquals(3L << 19, json.get("modelBytes").longValue());
        assertEquals("theme", json.at("/resources/1/resource").textValue());
        assertEquals(3, json.at("/resources/1/times").longValue());
    }

    @Test
    void usageIsTurnedOffAndOn() throws JsonProcessingException {
        assertEquals(
                "no usage is taken any more, of nobody; what was learned stays",
                out("privacy --off").strip());
        assertFalse(gogo.privacy.on);

        assertTrue(json("privacy --on --json").get("on").booleanValue());
        assertTrue(gogo.privacy.on);
    }

    @Test
    void privacyTellsWhatIsKeptAndHowLong() throws JsonProcessingException {
        gogo.privacy.known.add("ada");
        JsonNode json = json("privacy --json");

        List<String> lines = lines("privacy");

        assertEquals("USAGE        on", lines.get(0));
        assertEquals("known users  1", lines.get(1));
        assertEquals("kept         30 days after the latest need of a user", lines.get(3));
        assertTrue(lines.get(4).contains(here(Instant.parse("2026-12-01T00:00:00Z"))), lines.get(4));
        assertEquals(List.of("on", "optedOut", "knownUsers", "keySince", "keyUntil", "retentionDays"), fields(json));
        assertEquals("2026-12-01T00:00:00Z", json.get("keyUntil").textValue());
    }

    @Test
    void aUserIsExportedOptedOutAndInAndForgotten() throws JsonProcessingException {
        gogo.privacy.known.addAll(Set.of("ada", "eve", "joe"));

        JsonNode record = json("privacy --export ada --json");
        List<String> shown = lines("privacy --export ada");
        JsonNode out = json("privacy --opt-out ada --json");
        Set<String> gone = Set.copyOf(gogo.privacy.optedOut);
        JsonNode in = json("privacy --opt-in ada --json");
        JsonNode forgotten = json("forget eve --json");
        JsonNode unknown = json("forget eve --json");
        out("forget joe");

        assertEquals(List.of("known", "optedOut", "lastSeen", "recent", "events"), fields(record));
        assertEquals("2026-11-26T00:00:00Z", record.get("lastSeen").textValue());
        assertEquals("theme", record.at("/recent/1").textValue());
        assertEquals(
                List.of(
                        "KNOWN      yes",
                        "opted out  no",
                        "last seen  2026-11-26",
                        "events     41",
                        "recent     feed, theme"),
                shown);
        assertEquals("optedOut", out.get("outcome").textValue());
        assertEquals(Set.of("ada"), gone);
        assertEquals("optedIn", in.get("outcome").textValue());
        assertEquals(Set.of(), gogo.privacy.optedOut);
        assertEquals("forgotten", forgotten.get("outcome").textValue());
        assertEquals("unknown", unknown.get("outcome").textValue());
        assertEquals(Set.of(), gogo.privacy.known);
        assertTrue(json("privacy --export joe --json").get("lastSeen").isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict --user ada@example.org",
                "predict --user ada@example.org --json",
                "privacy --export ada@example.org",
                "privacy --export ada@example.org --json",
                "privacy --opt-out ada@example.org",
                "privacy --opt-in ada@example.org",
                "forget ada@example.org",
                "forget ada@example.org --json"
            })
    void noAnswerRepeatsTheNameOfAUser(String line) {
        gogo.privacy.known.add("ada@example.org");

        Gogo.Ran ran = gogo.script(line);

        assertEquals(0, ran.status(), ran.err());
        assertFalse((ran.out() + ran.err()).contains("ada"), ran.out() + ran.err());
    }

    @Test
    void anExportGoesIntoANewFileThatOnlyItsOwnerCanRead(@TempDir Path folder) throws IOException {
        gogo.privacy.known.add("ada");
        Path file = folder.resolve("export.json");

        String said = out("privacy --export ada --out " + file);

        assertTrue(said.contains(file.toString()) && !said.contains("ada "), said);
        JsonNode written = new ObjectMapper().readTree(Files.readString(file));
        assertEquals(List.of("known", "optedOut", "lastSeen", "recent", "events"), fields(written));
        assertEquals("feed", written.at("/recent/0").textValue());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(refusal("privacy --export ada --out " + file).contains("exists already"));
        assertTrue(refusal("privacy --export ada --out " + folder.resolve("no/such/file"))
                .contains("its folder does not exist"));
        assertEquals(
                "exported",
                json("privacy --export ada --json --out " + folder.resolve("second"))
                        .get("outcome")
                        .textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forget ada@example.org eve@example.org",
                "forget -ada@example.org",
                "forget ada@example.org --jsn",
                "privacy ada@example.org",
                "privacy --opt-out ada@example.org surplus",
                "privacy --optout ada@example.org",
                "predict ada@example.org",
                "predict --user ada@example.org --at never",
                "understudy:FORGET ada@example.org eve@example.org",
                "forget 'ada@example.org",
                "forget $(ada@example.org)"
            })
    void noFailureOfAScriptRepeatsTheNameOfAUser(String line) {
        Gogo.Ran ran = gogo.script(line);

        assertEquals(1, ran.status(), line);
        assertFalse((ran.out() + ran.err()).contains("ada@"), ran.out() + ran.err());
    }

    @Test
    void theThreadOfACommandDoesNotBearTheNameOfAUser() {
        gogo.add(
                "test", "thread", (session, arguments) -> Thread.currentThread().getName());
        gogo.privacy.known.add("ada@example.org");

        String other = out("thread ada@example.org");
        out("privacy --export ada@example.org");
        out("forget ada@example.org");

        assertTrue(other.contains("ada@example.org"), "Gogo does not name threads after lines any more: " + other);
        assertFalse(gogo.privacy.threads.isEmpty());
        assertTrue(
                gogo.privacy.threads.stream().noneMatch(name -> name.contains("ada")), gogo.privacy.threads::toString);
    }

    @Test
    void aNameThatLooksLikeAnOptionGoesBehindTwoDashes() {
        gogo.privacy.known.add("-ada");

        assertEquals(
                "all that was known about this user is forgotten",
                out("forget -- -ada").strip());
        assertTrue(refusal("forget -ada").contains("a name that begins with - goes behind --"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "1e3", "4711", "true", "ada@example.org"})
    void aUserIsNamedAsTyped(String name) {
        gogo.privacy.known.add(name);

        assertEquals(
                "all that was known about this user is forgotten",
                out("forget " + name).strip());
    }

    @Test
    void aNameThatNoUserCanHaveIsRefusedAndNotRepeated() {
        String endless = "x".repeat(Usage.LONGEST_NAME + 1);

        assertTrue(refusal("forget \"\"").contains("the name of the user is empty"));
        assertTrue(refusal("predict --user \"\"").contains("the name of the user is empty"));
        String refusal = refusal("privacy --opt-out " + endless);
        assertTrue(refusal.contains("1001 characters") && !refusal.contains("xx"), refusal);
        assertTrue(refusal("forget \"a\tda\"").contains("has a control character"));
    }

    @Test
    void whatApplicationsCallThingsCannotSteerTheTerminal() {
        gogo.predictor.likely.add(new Outlook.Likelihood("a\u001b[2Jb", 0, 0));
        gogo.predictor.evidence.add(new Evidence("flag\nx", 1, 1, 0));
        gogo.predictor.counts.add(new UsageFigures.Count("c\rd\u009b", 1));

        assertTrue(out("predict").contains("a?[2Jb "));
        assertTrue(out("why-likely theme").contains("flag?x"));
        assertTrue(out("usage").contains("c?d? "));
    }
}
