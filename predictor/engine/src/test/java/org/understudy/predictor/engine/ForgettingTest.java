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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
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
import org.understudy.predict.UsageFigures;
import org.understudy.predict.UsageStep;

/** Each of these breaks a promise of PRIVACY.md on purpose, or tries to. */
class ForgettingTest {
    private static final String CANARY = "canary";

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2030-05-01T10:00:00Z");
    private final BreakableModel model = new BreakableModel();
    private ScheduledExecutorService thread;
    private PredictorEngine engine;

    @BeforeEach
    void open() {
        open(PredictorSettings.DEFAULTS);
    }

    private void open(PredictorSettings settings) {
        thread = Executors.newSingleThreadScheduledExecutor();
        engine = new PredictorEngine(folder, settings, () -> now, thread, reason -> {});
        engine.base(Optional.of(model));
    }

    @AfterEach
    void close() {
        engine.close();
        thread.shutdownNow();
    }

    private void needs(String user, String resource) {
        now = now.plusSeconds(1);
        engine.needs(user, resource);
        await().until(() -> engine.usage().pending() == 0);
    }

    private Path learned() throws IOException {
        return file(name -> name.startsWith("learned-") && !name.contains("aside"))
                .orElseThrow();
    }

    private Optional<Path> file(Predicate<String> named) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> named.test(file.getFileName().toString())).findFirst();
        }
    }

    private List<String> used() {
        return engine.usage().resources().stream()
                .map(UsageFigures.Count::resource)
                .toList();
    }

    @Test
    void whatWasSetAsideIsRemovedAlsoForAUserWhoIsNotKnownAnyMore() throws IOException {
        needs("ada", CANARY);
        close();
        Path learned = learned();
        Files.write(
                learned,
                "and something that was not written by us".getBytes(),
                java.nio.file.StandardOpenOption.APPEND);
        open();
        assertTrue(file(name -> name.contains("aside")).isPresent());

        assertFalse(engine.forget("ada"));

        assertEquals(Optional.empty(), file(name -> name.contains("aside")));
        assertEquals(List.of(), Disk.filesWith(folder, CANARY));
    }

    /** A kill between the two writes of a change of the key leaves what was learned under the key that never came. */
    @Test
    void whatAChangeOfTheKeyHasLeftBehindIsForgottenToo() throws IOException {
        needs("ada", CANARY);
        close();
        Files.copy(learned(), folder.resolve("learned-01234567"));
        open();

        assertTrue(engine.forget("ada"));

        assertEquals(List.of(), Disk.filesWith(folder, CANARY));
    }

    @Test
    void whereTheDecisionsAreGoneButNotWhatWasLearnedNothingIsTaken() throws IOException {
        needs("ada", CANARY);
        engine.optOut("eve");
        close();
        Files.delete(folder.resolve("privacy"));

        open();

        assertFalse(engine.status().on(), "eve had opted out, and would be taken again");
    }

    /** The predictor's bundle is started again, and the model, which is another bundle, was there all the time. */
    @Test
    void aModelThatOutlivesWhatItHasLearnedTellsNobodyOfAnother() throws IOException {
        needs("ada", CANARY);
        close();
        Files.writeString(learned(), "this was not written by us");
        open();

        needs("eve", "theme");

        assertEquals(List.of("theme"), engine.export("eve").recent());
        assertTrue(engine.user("eve", Optional.empty()).resources().stream()
                .noneMatch(each -> each.resource().equals(CANARY)));
    }

    @Test
    void aModelThatForgetsButCannotBeWrittenLeavesNothingOnDisk() throws IOException {
        needs("ada", CANARY);
        close();
        open();
        model.failsToSave = true;

        assertTrue(engine.forget("ada"));

        assertEquals(List.of(), Disk.filesWith(folder, CANARY));
    }

    @Test
    void aModelThatFailsButForgetsLeavesNothingOnDisk() throws IOException {
        needs("ada", CANARY);
        close();
        open();
        model.failsToState = true;
        needs("eve", "theme");

        assertTrue(engine.forget("ada"));

        assertEquals(List.of(), Disk.filesWith(folder, CANARY));
    }

    @Test
    void forgettingThatCouldNotBeWrittenIsDoneAgain() throws IOException {
        needs("ada", CANARY);
        close();
        open();
        Path inTheWay = Files.createDirectories(folder.resolve(learned().getFileName() + ".next/file"));
        assertThrows(IllegalStateException.class, () -> engine.forget("ada"));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());

        engine.forget("ada");

        assertEquals(List.of(), Disk.filesWith(folder, CANARY));
    }

    @Test
    void howOftenAForgottenUserNeededSomethingIsTakenBackAfterManyOthersCame() {
        needs("ada", CANARY);
        for (int user = 0; user < 4_200; user++) {
            engine.needs("user " + user, "theme");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> engine.usage().pending() == 0);

        engine.forget("ada");

        assertEquals(List.of("theme"), used());
    }

    @Test
    void aStepThatWasBegunBeforeUsageWasTurnedOffTakesNothing() {
        Pointer theme = new Pointer("theme", new Closed("nothing yet"), EscapeWatch.NONE);
        try (UsageStep step = engine.step("ada")) {
            engine.on(false);

            assertThrows(ResourceUnavailableException.class, () -> theme.enter(Tickets.take()));

            assertTrue(step != null);
        }
        engine.needs("ada", "theme");
        engine.on(true);
        needs("eve", "store");
        assertEquals(List.of("store"), used());
    }

    @Test
    void aStepThatIsUnderWayWhenItsUserIsForgottenAddsNothing() {
        Pointer theme = new Pointer("theme", new Closed("nothing yet"), EscapeWatch.NONE);
        needs("ada", "store");
        try (UsageStep step = engine.step("ada")) {
            engine.forget("ada");

            assertThrows(ResourceUnavailableException.class, () -> theme.enter(Tickets.take()));

            assertTrue(step != null);
        }
        await().until(() -> engine.usage().pending() == 0);
        assertEquals(List.of(), used());
        assertFalse(engine.export("ada").known());
    }

    @Test
    void whoWasNotSeenForLongIsGoneFromTheDiskAlsoWhereNothingElseHappens() throws IOException {
        needs("ada", CANARY);
        close();
        now = now.plus(Duration.ofDays(2));
        open(new PredictorSettings(
                Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(30), Duration.ofMillis(50)));

        await().until(() -> Disk.filesWith(folder, CANARY).isEmpty());
        assertEquals(0, engine.status().knownUsers());
    }

    @Test
    void whoHadOptedOutWhenTheProcessWasKilledBeforeForgettingIsForgottenAtTheNextStart() throws IOException {
        needs("ada", CANARY);
        close();
        byte[] before = Files.readAllBytes(learned());
        open();
        engine.optOut("ada");
        close();
        Files.write(learned(), before);

        open();

        assertFalse(engine.export("ada").known());
    }

    @Test
    void whatIsKnownIsToldAlsoAfterARestart() {
        needs("ada", CANARY);
        close();
        open();

        assertEquals(List.of(CANARY), engine.export("ada").recent());
        assertEquals(1, engine.export("ada").events());
    }
}
