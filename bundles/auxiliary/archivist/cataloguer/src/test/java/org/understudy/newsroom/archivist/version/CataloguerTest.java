package org.understudy.newsroom.archivist.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class CataloguerTest {
    @Test
    void theCatalogueHasALineForEachArticle() {
        Article article = new Article(
                "storks", "Storks leave late", "Nature", "A", LocalDate.of(2026, 11, 24), "One.", "T.\n", List.of());

        assertEquals("2026-11-24  Nature  Storks leave late\n", Cataloguer.catalogue(List.of(article)));
    }
}
