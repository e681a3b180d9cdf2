package org.understudy.newsroom.store.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class ReadingTimeTest {
    @Test
    void aBegunMinuteCounts() {
        assertEquals(1, ReadingTime.minutes("word ".repeat(200)));
        assertEquals(2, ReadingTime.minutes("word ".repeat(201)));
    }

    @Test
    void anEmptyTextTakesAMinute() {
        assertEquals(1, ReadingTime.minutes("\n"));
    }

    @Test
    void theReadingTimeIsTheFirstTag() {
        Article plain =
                new Article("s", "T", "S", "A", LocalDate.of(2026, 11, 3), "One.", "Few words.\n", List.of("rails"));

        assertEquals(List.of("1 min read", "rails"), ReadingTime.marked(plain).tags());
    }
}
