package org.understudy.newsroom.desk.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Headline;

class DeskTest {
    private final Headlines headlines =
            new Headlines(limit -> new Answer<>(List.of(new Headline("City", "" + limit)), "1.0.0"));

    @Test
    void theDeskNamesItsVersionAndTheNewestArticle() {
        ArticleStore store = new ArticleStore() {
            @Override
            public Answer<List<Article>> latest(int limit) {
                return new Answer<>(
                        List.of(new Article(
                                "s", "Storks", "N", "A", LocalDate.of(2026, 11, 24), "One.", "T.\n", List.of())),
                        "1.0.0");
            }

            @Override
            public Answer<Optional<Article>> find(String slug) {
                throw new UnsupportedOperationException();
            }
        };

        assertEquals("desk 1.2.3, newest: Storks", new Desk("1.2.3", store).desk());
    }

    @Test
    void withoutAStoreTheDeskIsThereAllTheSame() {
        assertEquals("desk 1.2.3", new Desk("1.2.3", null).desk());
    }

    @Test
    void asManyHeadlinesComeAsOneAsksFor() {
        assertEquals("City  5", headlines.headlines());
        assertEquals("City  2", headlines.headlines(2));
        assertThrows(IllegalArgumentException.class, () -> headlines.headlines(0));
    }
}
