package org.understudy.newsroom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;

class SiteTest {
    private final List<String> complaints = new ArrayList<>();
    private final Site site =
            new Site("About *us*", (path, reason) -> complaints.add(path + ": " + reason.getMessage()));
    private final Cast cast =
            Fakes.cast(Fakes.article("newest", "Newest & best", "History"), Fakes.article("older", "Older", "Science"));

    @Test
    void theFrontPageLeadsWithTheNewestArticleAndItsBeginning() {
        Reply reply = site.answer("GET", "/", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.html().contains("<h2><a href=\"/article/newest\">Newest &amp; best</a></h2>"), reply.html());
        assertTrue(reply.html().contains("<p>One.\n\nTwo.</p>"), reply.html());
        assertTrue(reply.html().contains("<h3><a href=\"/article/older\">Older</a></h3>"), reply.html());
    }

    @Test
    void anArticleIsShownWhole() {
        Reply reply = site.answer("GET", "/article/newest", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.html().contains("Three."), reply.html());
        assertTrue(reply.html().contains("Sum &amp; mary"), reply.html());
    }

    @Test
    void aSectionShowsOnlyItsArticlesWhateverTheCase() {
        Reply reply = site.answer("GET", "/section/SCIENCE", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.html().contains("/article/older"), reply.html());
        assertFalse(reply.html().contains("/article/newest"), reply.html());
    }

    @Test
    void thePageAboutTheSiteIsRendered() {
        assertTrue(site.answer("GET", "/about", cast).html().contains("<p>About *us*</p>"));
    }

    @Test
    void whatIsNotThereIsNotFoundAndStillNamesItsVersions() {
        for (String path :
                List.of("/article/none", "/article/", "/section/none", "/section/", "/favicon.ico", "/x/y")) {
            Reply reply = site.answer("GET", path, cast);

            assertEquals(404, reply.status(), path);
            assertTrue(reply.versions().contains("theme=1.2.0"), path);
        }
    }

    @Test
    void anAddressIsEscapedWhereItIsShown() {
        Reply reply = site.answer("GET", "/article/<script>alert('x')</script>", cast);

        assertFalse(reply.html().contains("<script>"), reply.html());
    }

    @Test
    void whoWritesIsTurnedAway() {
        assertEquals(405, site.answer("POST", "/", cast).status());
    }

    @Test
    void everyResourceThatAnsweredIsNamed() {
        assertEquals(
                List.of("store=1.0.0", "renderer=1.1.0", "feed=1.3.0", "analytics=1.4.0", "theme=1.2.0"),
                site.answer("GET", "/", cast).versions());
    }

    @Test
    void aSwapWithinARequestShowsBothVersions() {
        Iterator<String> versions = List.of("1.0.0", "1.1.0").iterator();
        ArticleStore swapped = new ArticleStore() {
            @Override
            public Answer<List<Article>> latest(int limit) {
                return new Answer<>(List.of(), versions.next());
            }

            @Override
            public Answer<Optional<Article>> find(String slug) {
                return new Answer<>(Optional.empty(), versions.next());
            }
        };

        Reply reply = site.answer("GET", "/article/any", Fakes.withStore(cast, swapped));

        assertEquals(List.of("store=1.0.0", "store=1.1.0"), reply.versions().subList(0, 2));
    }

    @Test
    void aMissingResourceIsNamedWithServiceUnavailable() {
        Reply reply = site.answer("GET", "/", Fakes.withRenderer(cast, null));

        assertEquals(503, reply.status());
        assertTrue(reply.html().contains("the resource &#39;renderer&#39; is not on stage"), reply.html());
        assertEquals(List.of("store=1.0.0"), reply.versions());
        assertEquals(List.of("/: the resource 'renderer' is not on stage"), complaints);
    }

    @Test
    void aFaultOnPurposeNamesItsVersion() {
        Reply reply = site.answer("GET", "/", Fakes.withRenderer(cast, Fakes.throwing()));

        assertEquals(500, reply.status());
        assertEquals("renderer=1.9.0", reply.fault());
        assertEquals(List.of("store=1.0.0", "renderer=1.9.0"), reply.versions());
    }

    @Test
    void anyOtherFailureIsNoFaultOnPurpose() {
        Reply reply = site.answer("GET", "/", Fakes.withRenderer(cast, Fakes.broken()));

        assertEquals(500, reply.status());
        assertEquals("", reply.fault());
        assertFalse(reply.html().contains("ink dried up"), "what went wrong inside is for the log");
    }
}
