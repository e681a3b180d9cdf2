package org.understudy.newsroom.store.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.store.Entry;

class DatedScriptTest {
    private final DatedScript script = new DatedScript();

    @Test
    void whatWasWrittenIsReadWithItsTimeOrWithoutOne() {
        Instant noon = Instant.parse("2026-11-24T12:00:00.123456Z");
        List<Entry> entries = List.of(
                new Entry.Written("rails", new Comment(7, "Ada", "a\tb\nc\\", Optional.of(noon))),
                new Entry.Written("rails", new Comment(8, "", "", Optional.empty())),
                new Entry.Read("rails", 12));

        assertEquals(
                entries, entries.stream().map(script::line).map(script::entry).toList());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (String line :
                List.of("", "said", "said\trails\tx\t\tAda\ttext", "said\trails\t1\tnoon\tAda\ttext", "seen\trails")) {
            assertThrows(IllegalArgumentException.class, () -> script.entry(line), line);
        }
    }
}
