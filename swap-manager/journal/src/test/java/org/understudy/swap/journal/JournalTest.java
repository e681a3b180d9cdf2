package org.understudy.swap.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path home;

    private Instant now = NOON;

    private Journal open() throws JournalException {
        return Journal.open(new RealDisk(), home.resolve("journal"), () -> now);
    }

    private static JsonNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(entry -> entry.body().path("text").asText()).toList();
    }

    @Test
    void whatWasAppendedIsReplayedInOrder() throws Exception {
        try (Journal journal = open()) {
            assertEquals(1, journal.append("stage", body("erste Ausgabe\nmit Umbruch, ä€😀")));
            assertEquals(2, journal.append("flip", body("two")));
        }

        try (Journal journal = open()) {
            assertEquals(
                    List.of(
                            new Entry(1, NOON, "stage", body("erste Ausgabe\nmit Umbruch, ä€😀")),
                            new Entry(2, NOON, "flip", body("two"))),
                    journal.replay());
            assertEquals(List.of(), journal.findings());
            assertEquals(3, journal.append("commit", body("three")));
        }
    }

    @Test
    void replayBeginsWithTheLastCheckpointAndHistoryWithTheFirstEntry() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", body("one"));
            journal.checkpoint("state", body("all of one"));
            journal.append("flip", body("two"));
            journal.checkpoint("state", body("all of two"));
            journal.append("flip", body("three"));
        }

        try (Journal journal = open()) {
            assertEquals(List.of("all of two", "three"), texts(journal.replay()));
            assertEquals(
                    List.of("one", "all of one", "two", "all of two", "three"),
                    texts(journal.history().toList()));
            assertEquals(
                    List.of(1L, 2L, 4L),
                    journal.segments().stream().map(Segment::first).toList());
            assertTrue(journal.segments().stream().allMatch(Segment::sound));
            assertEquals(
                    List.of(true, true, false),
                    journal.segments().stream().map(Segment::sealed).toList());
        }
    }

    @Test
    void aCheckpointCanBeTheVeryFirstEntry() throws Exception {
        try (Journal journal = open()) {
            journal.checkpoint("state", body("taken over"));
            journal.append("flip", body("one"));
        }

        try (Journal journal = open()) {
            assertEquals(List.of("taken over", "one"), texts(journal.replay()));
            assertEquals(List.of(), journal.findings());
            assertEquals(1, journal.segments().size());
        }
    }

    @Test
    void theHomeIdIsBornWithTheJournalAndStays() throws Exception {
        String born;
        try (Journal journal = open()) {
            born = journal.homeId();
            journal.checkpoint("state", body("one"));
            journal.checkpoint("state", body("two"));
        }

        try (Journal journal = open()) {
            assertEquals(born, journal.homeId());
        }
    }

    @Test
    void aCheckpointIsWantedWhenTheFileHasGrownBeyondItsLimitSinceTheLastOne() throws Exception {
        try (Journal journal = Journal.open(new RealDisk(), home.resolve("journal"), () -> now, 1000)) {
            journal.checkpoint("state", body("x".repeat(5000)));
            assertFalse(journal.wantsCheckpoint());
            journal.append("flip", body("x".repeat(500)));
            assertFalse(journal.wantsCheckpoint());
            journal.append("flip", body("x".repeat(500)));
            assertTrue(journal.wantsCheckpoint());
        }

        try (Journal journal = Journal.open(new RealDisk(), home.resolve("journal"), () -> now, 1000)) {
            assertTrue(journal.wantsCheckpoint());
            journal.checkpoint("state", body("x".repeat(5000)));
            assertFalse(journal.wantsCheckpoint());
        }
    }

    @Test
    void aClockThatJumpsBackChangesNothingButTheTimesShown() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", body("one"));
            now = NOON.minusSeconds(86_400);
            journal.append("flip", body("two"));
            journal.checkpoint("state", body("three"));
            now = NOON.minusSeconds(2 * 86_400);
            journal.append("flip", body("four"));
        }

        try (Journal journal = open()) {
            assertEquals(List.of("three", "four"), texts(journal.replay()));
            assertEquals(
                    List.of(1L, 2L, 3L, 4L),
                    journal.history().map(Entry::sequence).toList());
            assertEquals(List.of(), journal.findings());
        }
    }

    @Test
    void manyThreadsGetNumbersOfTheirOwnAndAllIsThere() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Long> given = new ArrayList<>();
        try (Journal journal = open()) {
            List<Callable<Long>> writers = LongStream.range(0, 40)
                    .<Callable<Long>>mapToObj(i -> () -> {
                        if (i % 10 == 9) {
                            journal.checkpoint("state", body("state " + i));
                            return 0L;
                        }
                        return journal.append("flip", body("entry " + i));
                    })
                    .toList();
            for (Future<Long> number : threads.invokeAll(writers)) {
                given.add(number.get());
            }
        } finally {
            threads.shutdownNow();
        }

        try (Journal journal = open()) {
            List<Entry> history = journal.history().toList();
            assertEquals(
                    LongStream.rangeClosed(1, 40).boxed().toList(),
                    history.stream().map(Entry::sequence).toList());
            assertEquals(
                    given.stream()
                            .filter(number -> number > 0)
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    history.stream()
                            .filter(entry -> entry.kind().equals("flip"))
                            .map(Entry::sequence)
                            .toList());
        }
    }

    @Test
    void anInterruptedThreadWritesAsAnyOther() throws Exception {
        try (Journal journal = open()) {
            Thread.currentThread().interrupt();
            journal.append("flip", body("one"));
            journal.checkpoint("state", body("two"));
            assertTrue(Thread.interrupted());
        }

        try (Journal journal = open()) {
            assertEquals(List.of("two"), texts(journal.replay()));
        }
    }

    @Test
    void aBodyThatCouldNotBeReadAgainIsNotWritten() throws Exception {
        try (Journal journal = open()) {
            JsonNode deep = body("end");
            for (int i = 0; i < 2000; i++) {
                deep = JsonNodeFactory.instance.arrayNode().add(deep);
            }
            JsonNode tooDeep = deep;
            assertThrows(IllegalArgumentException.class, () -> journal.append("flip", tooDeep));
            assertThrows(IllegalArgumentException.class, () -> journal.append("flip", body("x".repeat(30_000_000))));
            assertEquals(1, journal.append("flip", body("one")));
        }

        try (Journal journal = open()) {
            assertEquals(List.of("one"), texts(journal.replay()));
        }
    }

    @Test
    void aClosedJournalTakesNothing() throws Exception {
        Journal journal = open();
        journal.close();

        assertThrows(IllegalStateException.class, () -> journal.append("flip", body("one")));
        assertThrows(IllegalStateException.class, () -> journal.checkpoint("state", body("one")));
    }

    @Test
    void aFileThatSomebodyElseHasChangedIsNotWrittenTo() throws Exception {
        try (Journal journal = open()) {
            journal.append("flip", body("one"));
            Path file = journal.segments().get(0).file();
            String changed = Files.readString(file) + "hello";
            Files.writeString(file, changed);

            JournalException refusal = assertThrows(JournalException.class, () -> journal.append("flip", body("two")));

            assertTrue(refusal.getMessage().contains("somebody else has changed it"), refusal.getMessage());
            assertEquals(changed, Files.readString(file));
        }
    }
}
