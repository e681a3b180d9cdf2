package org.understudy.newsroom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.CommentRefusedException;
import org.understudy.newsroom.Guestbook;
import org.understudy.resource.StateFormat;

/**
 * A guestbook that is open in two versions, of which one is on stage. A kill is a book that is never closed, and another
 * one over the same folder.
 */
class ReadersBookTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final StateFormat FIRST = new StateFormat("guestbook", 1);
    private static final StateFormat SECOND = new StateFormat("guestbook", 2);
    private static final String ARTICLE = "rails";

    @TempDir
    Path folder;

    /** The plain script under another name: a format that not everybody knows. */
    private static final class OtherScript implements Script {
        private final PlainScript plain = new PlainScript();

        @Override
        public StateFormat format() {
            return SECOND;
        }

        @Override
        public String line(Entry entry) {
            return plain.line(entry);
        }

        @Override
        public Entry entry(String line) {
            return plain.entry(line);
        }
    }

    private ReadersBook older() {
        return new ReadersBook("1.0.0", folder, List.of(new PlainScript()), NOON);
    }

    private ReadersBook newer() {
        return new ReadersBook("1.1.0", folder, List.of(new OtherScript(), new PlainScript()), NOON);
    }

    private static void handOver(ReadersBook from, ReadersBook to, StateFormat format) throws IOException {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        from.exportTo(format, state);
        to.importFrom(format, new ByteArrayInputStream(state.toByteArray()));
    }

    private static List<String> texts(Guestbook book) {
        return book.comments(ARTICLE, Integer.MAX_VALUE).value().stream()
                .map(Comment::text)
                .toList();
    }

    private static void write(Guestbook book, String text) {
        book.write(ARTICLE, "Ada", text);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() {
        ReadersBook book = older();
        Comment comment =
                book.write(ARTICLE, " Ada \n Lovelace", "a\tb\\n\r\nc").value();
        book.read(ARTICLE);
        book.read(ARTICLE);

        ReadersBook after = older();

        assertEquals(new Comment(1, "Ada Lovelace", "a\tb\\n\nc", comment.posted()), comment);
        assertEquals(List.of("a\tb\\n\nc"), texts(after));
        assertEquals("Ada Lovelace", after.comments(ARTICLE, 1).value().get(0).author());
        assertEquals(2, after.readings(ARTICLE).value());
        assertEquals(3, after.read(ARTICLE).value());
        assertEquals(2, after.write(ARTICLE, "", "more").value().number());
    }

    @Test
    void wheneverTheProcessEndsInAWriteAllThatWasWholeIsThereAndWritingGoesOn() throws IOException {
        ReadersBook book = older();
        write(book, "one");
        Path file = only();
        long first = Files.size(file);
        write(book, "two");
        byte[] whole = Files.readAllBytes(file);

        for (int length = (int) first; length < whole.length; length++) {
            Files.delete(only());
            Files.write(file, Arrays.copyOf(whole, length));

            ReadersBook after = older();
            assertEquals(List.of("one"), texts(after), "cut at " + length);
            write(after, "three");

            assertEquals(List.of("one", "three"), texts(older()), "cut at " + length);
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.get(0);
        }
    }

    /** To see it fail: have {@code Library.current} return the volume with the highest number. */
    @Test
    void aKillBetweenImportAndFlipLeavesTheOldVersionWithAllItWroteSince() throws IOException {
        ReadersBook old = older();
        write(old, "one");
        ReadersBook next = newer();
        handOver(old, next, FIRST);

        write(old, "two"); // the swap was refused

        assertEquals(List.of("one", "two"), texts(older()));
        assertEquals(List.of("one", "two"), texts(newer()));
    }

    @Test
    void aKillAfterTheFlipLeavesBothVersionsWithAllThatTheNewOneTookDown() throws IOException {
        ReadersBook old = older();
        write(old, "one");
        ReadersBook next = newer();
        handOver(old, next, FIRST);
        List<String> justFlipped = texts(older());

        write(next, "two");

        assertEquals(List.of("one"), justFlipped);
        assertEquals(List.of("one", "two"), texts(newer()), "it was confirmed");
        assertEquals(List.of("one", "two"), texts(older()), "it was not, and the version before comes back");
    }

    @Test
    void theVersionThatCameBackAfterAKillGoesOnFromThere() throws IOException {
        ReadersBook old = older();
        write(old, "one");
        ReadersBook next = newer();
        handOver(old, next, FIRST);
        write(next, "two");

        ReadersBook back = older();
        write(back, "three");
        ReadersBook again = newer();
        handOver(back, again, FIRST);
        write(again, "four");

        assertEquals(List.of("one", "two", "three", "four"), texts(older()));
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                newer().comments(ARTICLE, 9).value().stream()
                        .map(Comment::number)
                        .toList());
    }

    @Test
    void thereAndBackAgainNothingIsLostOrDoubled() throws IOException {
        ReadersBook old = older();
        ReadersBook next = newer();
        List<String> written = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            written.add("old " + round);
            write(old, "old " + round);
            old.read(ARTICLE);
            handOver(old, next, FIRST);
            written.add("new " + round);
            write(next, "new " + round);
            next.read(ARTICLE);
            handOver(next, old, FIRST);
        }

        assertEquals(written, texts(old));
        assertEquals(10, old.readings(ARTICLE).value());
        write(old, "last");
        assertEquals(11, texts(older()).size());
        only();
    }

    @Test
    void aVersionThatDoesNotKnowTheFormatOnDiskSaysSoUntilItTakesOver() throws IOException {
        ReadersBook next = newer();
        write(next, "one");
        ReadersBook old = older();

        for (Executable attempt :
                List.<Executable>of(() -> texts(old), () -> write(old, "two"), () -> old.readings(ARTICLE))) {
            String reason =
                    assertThrows(UncheckedIOException.class, attempt::run).getMessage();
            assertTrue(reason.contains("guestbook/2"), reason);
        }
        assertEquals(List.of("one"), texts(newer()), "nothing was touched");

        handOver(next, old, FIRST);
        write(old, "two");

        assertEquals(List.of("one", "two"), texts(older()));
    }

    @Test
    void theWayDownIsFoundByTheOlderVersionThoughNobodyHasWrittenSince() throws IOException {
        ReadersBook next = newer();
        write(next, "one");
        Library library = new Library(folder, List.of(new PlainScript()), Files::newInputStream);
        Pages pages = new Library(folder, List.of(new OtherScript()), Files::newInputStream)
                .read(library.current().orElseThrow());
        library.begin(new PlainScript(), pages, library.current());

        assertEquals(List.of("one"), texts(older()));
        assertEquals(List.of("one"), texts(newer()));
        assertEquals("guestbook-1.log", library(new OtherScript()), "whoever can reads the original");
        assertEquals("guestbook-2.log", library(new PlainScript()));
    }

    private String library(Script script) throws IOException {
        return new Library(folder, List.of(script), Files::newInputStream)
                .current()
                .orElseThrow()
                .file()
                .getFileName()
                .toString();
    }

    @Test
    void aVersionThatWasStartedWhileTheOtherWroteLooksAgainBeforeItWrites() {
        ReadersBook old = older();
        write(old, "one");
        ReadersBook stale = newer();
        write(old, "two");

        write(stale, "three");

        assertEquals(List.of("one", "two", "three"), texts(stale));
        assertEquals(List.of("one", "two", "three"), texts(older()));
    }

    @Test
    void anImportThatBreaksOffOrIsDamagedIsRefusedAndChangesNothing() throws IOException {
        ReadersBook old = older();
        write(old, "one");
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        old.exportTo(FIRST, state);
        ReadersBook next = newer();
        byte[] whole = state.toByteArray();

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> next.importFrom(FIRST, new ByteArrayInputStream(part)));
            byte[] changed = whole.clone();
            changed[length] ^= 1;
            assertThrows(IOException.class, () -> next.importFrom(FIRST, new ByteArrayInputStream(changed)));
        }
        assertThrows(
                IOException.class, () -> older().importFrom(SECOND, new ByteArrayInputStream(whole)), "unknown format");

        assertEquals(List.of("one"), texts(next));
        assertEquals(List.of("one"), texts(older()));
    }

    @Test
    void aDamagedLineIsLeftOutAndItsFileIsKept() throws IOException {
        ReadersBook book = older();
        List.of("one", "two", "three").forEach(text -> write(book, text));
        Path file = only();
        String name = file.getFileName() + ".damaged";
        String content = Files.readString(file);
        Files.writeString(file, content.replace("two", "tow"));

        ReadersBook after = older();
        write(after, "four");

        assertEquals(List.of("one", "three", "four"), texts(older()));
        assertTrue(Files.readString(folder.resolve(name)).contains("tow"));
    }

    @Test
    void aVolumeThatIsNoneIsNamedWithAWayOut() throws IOException {
        Files.writeString(folder.resolve("guestbook-4.log"), "rubbish", StandardCharsets.UTF_8);

        String reason = assertThrows(UncheckedIOException.class, this::older).getMessage();

        assertTrue(reason.contains("guestbook-4.log") && reason.contains("move it away"), reason);
    }

    @Test
    void whatCannotBeTakenDownIsToldToWhoeverWroteIt() {
        ReadersBook book = older();
        List<Executable> attempts = List.of(
                () -> book.write(ARTICLE, "Ada", " \n "),
                () -> book.write(ARTICLE, "Ada", "x".repeat(Guestbook.LONGEST_TEXT + 1)),
                () -> book.write(ARTICLE, "x".repeat(Guestbook.LONGEST_AUTHOR + 1), "text"));

        for (Executable attempt : attempts) {
            String reason =
                    assertThrows(CommentRefusedException.class, attempt::run).getMessage();
            assertTrue(reason.contains(": "), reason);
        }
        assertEquals(List.of(), texts(book));
        assertEquals("A reader", book.write(ARTICLE, " ", "text").value().author());
    }

    private interface Executable {
        void run();
    }

    @Test
    void manyWhoWriteAtOnceGetNumbersOfTheirOwn() {
        ReadersBook book = older();

        List<Long> numbers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number ->
                        book.write(ARTICLE, "Ada", "text " + number).value().number())
                .toList();

        assertEquals(200, numbers.stream().distinct().count());
        assertEquals(
                IntStream.range(0, 200).mapToObj(number -> "text " + number).collect(Collectors.toSet()),
                texts(older()).stream().collect(Collectors.toSet()));
    }

    @Test
    void aVolumeDoesNotGrowWithEveryReading() throws IOException {
        ReadersBook book = older();
        write(book, "one");
        for (int reading = 0; reading < 100_000; reading++) {
            book.read(ARTICLE);
        }

        assertTrue(Files.size(only()) < 2 << 20, "about a MiB at most");
        assertEquals(100_000, older().readings(ARTICLE).value());
        assertEquals(List.of("one"), texts(older()));
    }
}
