package org.understudy.newsroom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class ShelfTest {
    private final Shelf shelf = new Shelf(List.of(article("old", 1), article("new", 3), article("middle", 2)));

    @Test
    void theNewestArticlesComeFirst() {
        assertEquals(List.of("new", "middle"), slugs(shelf.latest(2)));
    }

    @Test
    void askingForMoreThanThereIsGivesAll() {
        assertEquals(List.of("new", "middle", "old"), slugs(shelf.latest(Integer.MAX_VALUE)));
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> shelf.latest(-1));
    }

    @Test
    void articlesAreFoundByTheirSlug() {
        assertEquals("middle", shelf.find("middle").orElseThrow().slug());
        assertTrue(shelf.find("never-written").isEmpty());
    }

    @Test
    void aSlugThatIsTakenTwiceIsRefused() {
        List<Article> twins = List.of(article("same", 1), article("same", 2));

        assertThrows(IllegalArgumentException.class, () -> new Shelf(twins));
    }

    private static Article article(String slug, int day) {
        return new Article(slug, "T", "S", "A", LocalDate.of(2026, 11, day), "One.", "Text.\n", List.of());
    }

    private static List<String> slugs(List<Article> articles) {
        return articles.stream().map(Article::slug).toList();
    }
}
