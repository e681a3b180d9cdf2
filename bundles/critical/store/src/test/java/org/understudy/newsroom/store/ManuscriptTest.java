package org.understudy.newsroom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class ManuscriptTest {
    private static final String HEAD =
            """
            ---
            title: A title: with a colon
            section: History
            author: N. N.
            published: 2026-11-03
            summary: One sentence.
            tags: rails, night
            ---
            """;

    @Test
    void headAndTextMakeAnArticle() {
        Article article = Manuscript.article("a-title.md", HEAD + "\nFirst.\n\n---\n\nSecond.\n");

        assertEquals("a-title", article.slug());
        assertEquals("A title: with a colon", article.title());
        assertEquals(LocalDate.of(2026, 11, 3), article.published());
        assertEquals(List.of("rails", "night"), article.tags());
        assertEquals("First.\n\n---\n\nSecond.\n", article.markdown());
    }

    @Test
    void aManuscriptWithoutHeadIsRefusedWithFileAndLine() {
        assertMessage("x.md, line 1: a manuscript begins with a line of ---", "Only text.");
    }

    @Test
    void aHeadThatNeverEndsIsRefused() {
        assertMessage("x.md, line 2: the head has no closing line of ---", "---\ntitle: T\n");
    }

    @Test
    void aLineWithoutKeyIsRefusedWithItsNumber() {
        assertMessage("x.md, line 3: expected `key: value` but found `nonsense`", "---\ntitle: T\nnonsense\n---\n");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertMessage("x.md, line 3: `title` is given twice", "---\ntitle: T\ntitle: U\n---\n");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertMessage("x.md: the head lacks `author: …`", HEAD.replaceFirst("author.*\n", ""));
    }

    @Test
    void anImpossibleDateIsNamed() {
        assertMessage(
                "x.md: `published: 2026-11-31` is no date of the form 2026-11-24",
                HEAD.replace("2026-11-03", "2026-11-31"));
    }

    private static void assertMessage(String expected, String manuscript) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Manuscript.article("x.md", manuscript));
        assertEquals(expected, refusal.getMessage());
    }
}
