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
    private final Site site = new Site(
            Fakes.edition("1.7.0"), "About *us*", (path, reason) -> complaints.add(path + ": " + reason.getMessage()));
    private final Cast cast =
            Fakes.cast(Fakes.article("newest", "Newest & best", "History"), Fakes.article("older", "Older", "Science"));

    @Test
    void theFrontPageLeadsWithTheNewestArticleAndItsBeginning() {
        Reply reply = answer("GET", "/", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("<h2><a href=\"/article/newest\">Newest &amp; best</a></h2>"), reply.text());
        assertTrue(reply.text().contains("<p>One.\n\nTwo.</p>"), reply.text());
        assertTrue(reply.text().contains("<h3><a href=\"/article/older\">Older</a></h3>"), reply.text());
    }

    @Test
    void anArticleIsShownWhole() {
        Reply reply = answer("GET", "/article/newest", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("Three."), reply.text());
        assertTrue(reply.text().contains("Sum &amp; mary"), reply.text());
    }

    @Test
    void aSectionShowsOnlyItsArticlesWhateverTheCase() {
        Reply reply = answer("GET", "/section/SCIENCE", cast);

        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("/article/older"), reply.text());
        assertFalse(reply.text().contains("/article/newest"), reply.text());
    }

    @Test
    void thePageAboutTheSiteIsRendered() {
        assertTrue(answer("GET", "/about", cast).text().contains("<p>About *us*</p>"));
    }

    @Test
    void whatIsNotThereIsNotFoundAndStillNamesItsVersions() {
        for (String path :
                List.of("/article/none", "/article/", "/section/none", "/section/", "/favicon.ico", "/x/y")) {
            Reply reply = answer("GET", path, cast);

            assertEquals(404, reply.status(), path);
            assertTrue(reply.versions().contains("theme=1.2.0"), path);
        }
    }

    @Test
    void anAddressIsEscapedWhereItIsShown() {
        Reply reply = answer("GET", "/article/<script>alert('x')</script>", cast);

        assertFalse(reply.text().contains("<script>"), reply.text());
    }

    @Test
    void whoWritesIsTurnedAway() {
        assertEquals(405, answer("POST", "/", cast).status());
    }

    @Test
    void everyResourceThatAnsweredIsNamed() {
        assertEquals(
                List.of("page=1.7.0", "store=1.0.0", "renderer=1.1.0", "feed=1.3.0", "analytics=1.4.0", "theme=1.2.0"),
                answer("GET", "/", cast).versions());
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

        Reply reply = answer("GET", "/article/any", Fakes.withStore(cast, swapped));

        assertEquals(List.of("store=1.0.0", "store=1.1.0"), reply.versions().subList(1, 3));
    }

    @Test
    void aMissingResourceIsNamedWithServiceUnavailable() {
        Reply reply = answer("GET", "/", Fakes.withRenderer(cast, null));

        assertEquals(503, reply.status());
        assertTrue(reply.text().contains("the resource &#39;renderer&#39; is not on stage"), reply.text());
        assertEquals(List.of("page=1.7.0", "store=1.0.0"), reply.versions());
        assertEquals(List.of("/: the resource 'renderer' is not on stage"), complaints);
    }

    @Test
    void aFaultOnPurposeNamesItsVersion() {
        Reply reply = answer("GET", "/", Fakes.withRenderer(cast, Fakes.throwing()));

        assertEquals(500, reply.status());
        assertEquals("renderer=1.9.0", reply.fault());
        assertEquals(List.of("page=1.7.0", "store=1.0.0", "renderer=1.9.0"), reply.versions());
    }

    @Test
    void anyOtherFailureIsNoFaultOnPurpose() {
        Reply reply = answer("GET", "/", Fakes.withRenderer(cast, Fakes.broken()));

        assertEquals(500, reply.status());
        assertEquals("", reply.fault());
        assertFalse(reply.text().contains("ink dried up"), "what went wrong inside is for the log");
    }

    @Test
    void theEditionSaysWhatStandsBelowAnArticle() {
        assertTrue(answer("GET", "/article/newest", cast).text().contains("</article><p>2 in all</p>"));
    }

    @Test
    void anArticleHasACodeOfItsAddressAndAPrintEditionWhereTheyAreOnStage() {
        Cast whole = Fakes.withCopies(cast);

        Reply article = answer("GET", "/article/newest", whole);
        Reply code = answer("GET", "/qr/newest.svg", whole);
        Reply print = answer("GET", "/pdf/newest.pdf", whole);

        assertTrue(article.text().contains("href=\"/qr/newest.svg\""), article.text());
        assertTrue(article.text().contains("href=\"/pdf/newest.pdf\""), article.text());
        assertEquals("image/svg+xml <svg>http://here/article/newest</svg>", code.contentType() + " " + code.text());
        assertEquals("application/pdf newest", print.contentType() + " " + print.text());
        assertEquals(List.of("page=1.7.0", "store=1.0.0", "qr=1.5.0"), code.versions());
        assertEquals(List.of("page=1.7.0", "store=1.0.0", "pdf=1.6.0"), print.versions());
    }

    @Test
    void aCopyOfNothingOrFromNobodyIsNotFound() {
        assertEquals(404, answer("GET", "/qr/none.svg", Fakes.withCopies(cast)).status());
        assertEquals(404, answer("GET", "/pdf/newest.pdf", cast).status());
        assertFalse(answer("GET", "/article/newest", cast).text().contains("/pdf/"));
    }

    private Reply answer(String method, String path, Cast cast) {
        return site.answer(new Asked(method, "http://here", path), cast);
    }
}
