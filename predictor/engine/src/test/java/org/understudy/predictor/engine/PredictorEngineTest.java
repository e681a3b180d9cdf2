package org.understudy.predictor.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.EscapeWatch;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.dispatch.Tickets;
import org.understudy.predict.Outlook;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.UsageStep;
import org.understudy.predictor.mixture.Mixture;

class PredictorEngineTest {
    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2030-05-01T10:00:00Z");
    private ScheduledExecutorService thread;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private PredictorEngine engine;

    @BeforeEach
    void open() {
        open(PredictorSettings.DEFAULTS);
    }

    private void open(PredictorSettings settings) {
        open(settings, new Mixture());
    }

    private void open(PredictorSettings settings, PredictionModel base) {
        thread = Executors.newSingleThreadScheduledExecutor();
        engine = new PredictorEngine(folder, settings, () -> now, thread, failures::add);
        engine.base(Optional.of(base));
    }

    @AfterEach
    void close() {
        engine.close();
        thread.shutdownNow();
    }

    private static PredictorSettings savingOften() {
        return new PredictorSettings(
                Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofDays(1), Duration.ofMillis(50));
    }

    private void again(PredictorSettings settings) {
        close();
        open(settings);
    }

    /** A habit: store, renderer, theme, again and again. */
    private void habit(String user, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (String resource : List.of("store", "renderer", "theme")) {
                now = now.plusSeconds(1);
                engine.needs(user, resource);
            }
        }
        await().until(() -> engine.usage().pending() == 0);
    }

    private static List<String> names(Outlook outlook) {
        return outlook.resources().stream().map(Outlook.Likelihood::resource).toList();
    }

    private double next(String user, String resource) {
        return engine.user(user, Optional.empty()).resources().stream()
                .filter(each -> each.resource().equals(resource))
                .mapToDouble(Outlook.Likelihood::next)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aHabitIsLearned() {
        habit("ada", 60);

        assertTrue(next("ada", "store") > 0.5, engine.user("ada", Optional.empty())::toString);
        assertTrue(engine.anyone().resources().get(0).within() > 0.5);
    }

    /** Who is active is a matter of now: looking far ahead must not send them away. */
    @Test
    void whatAnyoneWouldNeedAtAnotherTimeIsToldWithoutConsequences() {
        habit("ada", 60);
        Instant nextYear = now.plus(Duration.ofDays(365));

        Outlook then = engine.anyone(nextYear);

        assertEquals(nextYear, then.at());
        assertFalse(then.resources().isEmpty());
        assertEquals(1, engine.usage().activeUsers());
        assertEquals(now, engine.anyone().at());
    }

    @Test
    void callsThroughHandlesInAStepAreTaken() {
        Pointer theme = new Pointer("theme", new Closed("nothing yet"), EscapeWatch.NONE);
        try (UsageStep step = engine.step("ada")) {
            assertThrows(ResourceUnavailableException.class, () -> theme.enter(Tickets.take()));
            assertThrows(ResourceUnavailableException.class, () -> theme.enter(Tickets.take()));
            assertTrue(step != null);
        }

        await().until(() -> engine.usage().events() == 1);
        assertEquals("theme", engine.usage().resources().get(0).resource());
    }

    @Test
    void nothingIsTakenWhileItIsOff() {
        engine.on(false);

        engine.needs("ada", "theme");
        engine.step("ada").close();

        assertEquals(0, engine.usage().events() + engine.usage().pending());
        assertEquals(0, engine.status().knownUsers());
        again(PredictorSettings.DEFAULTS);
        assertFalse(engine.status().on());
    }

    @Test
    void whatWasLearnedSurvivesARestart() {
        habit("ada", 60);
        double before = next("ada", "store");

        again(PredictorSettings.DEFAULTS);

        assertEquals(before, next("ada", "store"), 1e-9);
    }

    @Test
    void aForgottenUserIsLikeOneNeverSeenAndWhatOnlyTheyNeededIsNowhere() throws Exception {
        habit("bob", 20);
        habit("ada", 20);
        for (int i = 0; i < 5; i++) {
            engine.needs("ada", "canary");
        }
        await().until(() -> engine.usage().pending() == 0);

        assertTrue(engine.forget("ada"));

        assertFalse(engine.forget("ada"));
        assertEquals(engine.user("never seen", Optional.of(now)), engine.user("ada", Optional.of(now)));
        assertFalse(names(engine.user("bob", Optional.empty())).contains("canary"));
        assertFalse(names(engine.anyone()).contains("canary"));
        assertTrue(engine.usage().resources().stream()
                .noneMatch(each -> each.resource().equals("canary")));
        assertFalse(engine.export("ada").known());
        assertEquals(List.of(), Disk.filesWith(folder, "canary"));
    }

    @Test
    void noNameStandsOnDisk() throws Exception {
        habit("a-very-special-name", 5);

        again(PredictorSettings.DEFAULTS);

        assertEquals(List.of(), Disk.filesWith(folder, "a-very-special-name"));
        assertFalse(Disk.filesWith(folder, "theme").isEmpty(), "the search finds nothing at all");
    }

    @Test
    void whoHasOptedOutIsForgottenAndNotTakenAnyMoreAlsoAfterARestart() {
        habit("ada", 5);

        engine.optOut("ada");
        again(PredictorSettings.DEFAULTS);
        engine.needs("ada", "theme");

        assertFalse(engine.export("ada").known());
        assertTrue(engine.export("ada").optedOut());
        assertEquals(1, engine.usage().refused());
    }

    @Test
    void theKeyIsChangedAndLearningGoesOn() throws Exception {
        habit("ada", 60);
        double before = next("ada", "store");
        byte[] key = Files.readAllBytes(folder.resolve("privacy"));

        close();
        now = now.plus(Duration.ofDays(2));
        open(savingOften());
        await().until(() -> engine.status().keySince().equals(now));

        assertEquals(List.of(), Disk.filesWith(folder, Arrays.copyOfRange(key, 9, 9 + 32)));
        assertTrue(engine.export("ada").known());
        assertTrue(next("ada", "store") > before / 2);
    }

    @Test
    void aDamagedSnapshotIsSetAsideAndLearningBeginsAnew() throws Exception {
        habit("ada", 5);
        close();
        Path learned = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("learned-"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(learned);
        bytes[bytes.length / 2] ^= 1;
        Files.write(learned, bytes);

        open(PredictorSettings.DEFAULTS);

        assertFalse(engine.export("ada").known());
        assertTrue(engine.status().on());
        assertTrue(files().stream().anyMatch(CheckedFile::isSetAside));
    }

    @Test
    void whereTheDecisionsAreDamagedNothingIsTaken() throws Exception {
        close();
        Files.write(folder.resolve("privacy"), new byte[] {1, 2, 3});

        open(PredictorSettings.DEFAULTS);

        assertFalse(engine.status().on());
    }

    @Test
    void oneUserCannotCrowdOutTheOthers() {
        for (int i = 0; i < 10 * Flood.MOST; i++) {
            engine.needs("mallory", "theme");
        }
        engine.needs("ada", "store");

        await().until(() -> engine.usage().pending() == 0);
        assertEquals(Flood.MOST + 1, engine.usage().events());
        assertEquals(9 * Flood.MOST, engine.usage().dropped());
    }

    @Test
    void withoutAModelTheRulesAreGoneBy() {
        engine.base(Optional.empty());

        habit("ada", 5);

        assertFalse(engine.user("ada", Optional.empty()).resources().isEmpty());
        assertFalse(engine.anyone().resources().isEmpty());
        assertEquals(List.of(), engine.whyLikely("theme"));
        assertEquals(2, engine.quality().size());
        assertTrue(engine.quality().get(0).trusted());
    }

    @Test
    void aBaseThatFailsIsToldAndTheRulesAreGoneByUntilItIsExchanged() {
        Scripted scripted = new Scripted();
        engine.base(Optional.of(scripted));
        habit("ada", 5);
        assertEquals("scripted", engine.anyone().model());
        scripted.broken = true;

        habit("ada", 5);

        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("IllegalStateException at "), failures::toString);
        assertTrue(engine.anyone().model().startsWith("most"), engine.anyone().model());
        scripted.broken = false;
        engine.baseChanged(true);
        assertEquals("scripted", engine.anyone().model());
    }

    private void written() {
        engine.baseWillChange();
        engine.usage(); // is asked on the same thread, so it is done then
    }

    @Test
    void whatAModelHadLearnedStaysOnDiskWhileItFails() throws Exception {
        Scripted scripted = new Scripted();
        engine.base(Optional.of(scripted));
        habit("ada", 5);
        written();
        scripted.broken = true;
        habit("ada", 5);
        written();

        assertFalse(Disk.filesWith(folder, "what was learned").isEmpty());
    }

    @Test
    void whatAVersionTellsBeforeItIsGivenWhatWasLearnedIsNotWritten() {
        close();
        Scripted scripted = new Scripted();
        AtomicBoolean told = new AtomicBoolean();
        scripted.toldWith(() -> {
            told.set(true);
            engine.baseChanged(true); // it came just before it was asked, and that is known just after it
        });
        open(savingOften(), scripted);

        habit("ada", 1);
        await().untilTrue(told);

        await().during(Duration.ofMillis(300))
                .until(() -> Disk.filesWith(folder, "what was learned").isEmpty());
    }

    @Test
    void whereAModelDoesNotForgetNothingOfItStaysOnDisk() throws Exception {
        Scripted scripted = new Scripted();
        engine.base(Optional.of(scripted));
        habit("ada", 5);
        written();
        scripted.broken = true;

        engine.forget("ada");

        assertEquals(List.of(), Disk.filesWith(folder, "what was learned"));
    }

    @Test
    void aBaseThatCannotBeReachedWhenItComesIsGivenWhatWasLearnedLater() throws Exception {
        Scripted first = new Scripted();
        engine.base(Optional.of(first));
        habit("ada", 5);
        close();
        Scripted second = new Scripted();
        second.broken = true;
        open(savingOften(), second);
        engine.usage();
        assertFalse(Disk.filesWith(folder, "what was learned").isEmpty());

        second.broken = false;

        await().until(() -> second.learned.contains("loaded"));
        assertEquals("scripted", engine.anyone().model());
        assertFalse(files().stream().anyMatch(CheckedFile::isSetAside));
    }

    @Test
    void signalsReachTheModelAndOneThatComesLater() {
        Scripted first = new Scripted();
        engine.base(Optional.of(first));

        engine.signal("flag", "on");
        await().until(() -> first.circumstances.containsKey("flag"));
        Scripted second = new Scripted();
        engine.base(Optional.of(second));
        engine.usage();

        assertEquals("on", second.circumstances.get("flag"));
        assertThrows(IllegalArgumentException.class, () -> engine.signal("", "on"));
        assertThrows(IllegalArgumentException.class, () -> engine.signal("flag", "x".repeat(1_001)));
    }

    @Test
    void namesThatAreEmptyOrHugeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> engine.step(""));
        assertThrows(IllegalArgumentException.class, () -> engine.needs("ada", "x".repeat(1_001)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
