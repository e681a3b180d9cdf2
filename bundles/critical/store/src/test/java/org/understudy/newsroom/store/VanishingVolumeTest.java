package org.understudy.newsroom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.newsroom.Comment;
import org.understudy.resource.StateFormat;

/** A standby reads while the version on stage deletes what it has replaced: at each step of the reading. */
class VanishingVolumeTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final StateFormat FORMAT = new StateFormat("guestbook", 1);
    private static final String ARTICLE = "rails";

    @TempDir
    Path folder;

    /** Has something done just before a file is opened: the first one, the second one, ... */
    private static final class Interrupted implements Opening {
        private final Runnable meanwhile;
        private int before;

        Interrupted(int before, Runnable meanwhile) {
            this.before = before;
            this.meanwhile = meanwhile;
        }

        /** Whether as many files were opened. */
        boolean hasHappened() {
            return before <= 0;
        }

        @Override
        public InputStream open(Path file) throws IOException {
            before--;
            if (before == 0) {
                meanwhile.run();
            }
            return Files.newInputStream(file);
        }
    }

    private ReadersBook book() {
        return reading(Files::newInputStream);
    }

    private ReadersBook reading(Opening opening) {
        return new ReadersBook("1.1.0", new Library(folder, List.of(new PlainScript()), opening), NOON);
    }

    private static void write(ReadersBook book, String text) {
        book.write(ARTICLE, "Ada", text);
    }

    private static List<String> texts(ReadersBook book) {
        return book.comments(ARTICLE, Integer.MAX_VALUE).value().stream()
                .map(Comment::text)
                .toList();
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aStandbyReadsWhatWasAcknowledgedWheneverTheFirstWriteOnStageReplacesTheVolume() throws IOException {
        boolean happened = true;
        for (int step = 1; happened; step++) {
            empty();
            write(book(), "one");
            ReadersBook onStage = book();
            Interrupted opening = new Interrupted(step, () -> write(onStage, "two"));

            ReadersBook standby = reading(opening);

            happened = opening.hasHappened();
            List<String> read = texts(standby);
            assertTrue(List.of(List.of("one"), List.of("one", "two")).contains(read), "step " + step + ": " + read);
        }
    }

    @Test
    void aStandbyReadsWhatWasAcknowledgedWhileTheFirstWriteAfterAFlipReplacesTheVolumeBefore() throws IOException {
        boolean happened = true;
        for (int step = 1; happened; step++) {
            empty();
            ReadersBook old = book();
            write(old, "one");
            ReadersBook next = book();
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            old.exportTo(FORMAT, state);
            next.importFrom(FORMAT, new ByteArrayInputStream(state.toByteArray()));
            Interrupted opening = new Interrupted(step, () -> write(next, "two"));

            ReadersBook standby = reading(opening);

            happened = opening.hasHappened();
            List<String> read = texts(standby);
            assertTrue(List.of(List.of("one"), List.of("one", "two")).contains(read), "step " + step + ": " + read);
        }
    }

    @Test
    void aVolumeThatIsReplacedAgainAndAgainIsReadInTheEnd() {
        write(book(), "0");
        Interrupted[] opening = new Interrupted[1];
        int[] replaced = new int[1];
        Runnable replace = () -> {
            if (replaced[0] < 20) {
                replaced[0]++;
                write(book(), "" + replaced[0]);
                opening[0].before = 1;
            }
        };
        opening[0] = new Interrupted(1, replace);

        ReadersBook standby = reading(opening[0]);

        assertEquals(21, texts(standby).size());
    }

    @Test
    void aVolumeThatVanishedWithoutASuccessorIsNotTakenForAnEmptyGuestbook() {
        write(book(), "one");
        Interrupted opening = new Interrupted(1, () -> {
            try {
                empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        String reason =
                assertThrows(UncheckedIOException.class, () -> reading(opening)).getMessage();

        assertTrue(reason.contains("guestbook-1.log") && reason.contains("bring it back"), reason);
    }

    @Test
    void aVolumeThatIsListedButNeverThereIsToldInsteadOfLookedForForEver() throws IOException {
        Files.createSymbolicLink(folder.resolve("guestbook-3.log"), folder.resolve("nowhere"));

        String reason = assertThrows(UncheckedIOException.class, this::book).getMessage();

        assertTrue(reason.contains("guestbook-3.log"), reason);
    }
}
