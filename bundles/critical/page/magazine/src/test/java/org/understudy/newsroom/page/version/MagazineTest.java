package org.understudy.newsroom.page.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class MagazineTest {
    private final Magazine magazine = new Magazine("1.1.0");
    private final Article rails = article("rails", "City");
    private final List<Article> all =
            List.of(article("moult", "Nature"), article("bridge", "City"), rails, article("tram", "city"));

    @Test
    void articlesOfTheSameSectionComeFirstAndTheArticleItselfDoesNotCome() {
        assertEquals(
                List.of("bridge", "tram", "moult"),
                Magazine.next(rails, all).stream().map(Article::slug).toList());
    }

    @Test
    void whatToReadNextCanBeFollowed() {
        String html = magazine.below(rails, all);

        assertTrue(html.contains("Read next"), html);
        assertTrue(html.contains("href=\"/article/bridge\""), html);
    }

    @Test
    void belowTheOnlyArticleStandsNothing() {
        assertEquals("", magazine.below(rails, List.of(rails)));
    }

    private static Article article(String slug, String section) {
        return new Article(slug, slug, section, "A", LocalDate.of(2026, 11, 24), "One.", "Text.\n", List.of());
    }
}
