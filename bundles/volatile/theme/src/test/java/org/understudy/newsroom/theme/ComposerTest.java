package org.understudy.newsroom.theme;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;

class ComposerTest {
    private final Composer composer = new Composer(
            new Look("body{}", "All & sundry", "Wire", "N"),
            "1.2.3",
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void theFooterNamesEveryContributorAndTheThemeItself() {
        String html = composer.document(page("Title", List.of(), List.of("store=1.0.0")));

        assertTrue(html.contains("<li><b>store</b> 1.0.0</li><li><b>theme</b> 1.2.3</li>"), html);
    }

    @Test
    void titleHeadlinesAndMottoAreEscapedAndTheBodyIsNot() {
        String html = composer.document(page("<i>", List.of(new Headline("A&B", "<script>")), List.of()));

        assertTrue(html.contains("<title>&lt;i&gt; · Newsroom</title>"), html);
        assertTrue(html.contains("<b>A&amp;B</b> &lt;script&gt;"), html);
        assertTrue(html.contains("All &amp; sundry"), html);
        assertTrue(html.contains("<main><p>body</p></main>"), html);
        assertFalse(html.contains("<script>"), html);
    }

    @Test
    void theDateIsTheClocks() {
        assertTrue(composer.document(page("T", List.of(), List.of())).contains("Tuesday, 24 November 2026"));
    }

    private static Page page(String title, List<Headline> headlines, List<String> versions) {
        return new Page(title, "/", "<p>body</p>", headlines, 1, versions);
    }
}
