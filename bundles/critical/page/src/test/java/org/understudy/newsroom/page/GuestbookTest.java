package org.understudy.newsroom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Comments as visitors send and see them. */
class GuestbookTest {
    private static final String HERE = "http://here";
    private static final String TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    private final Site site = new Site(Fakes.edition("1.7.0"), "", (path, reason) -> {});
    private final Cast cast =
            Fakes.withGuestbook(Fakes.cast(Fakes.article("rails", "Rails", "City")), Fakes.guestbook());

    private Reply get(String path) {
        return site.answer(new Asked("GET", HERE, path), cast);
    }

    private Reply post(String path, String body) {
        return site.answer(new Asked("POST", HERE, path, form(TYPE, "", body)), cast);
    }

    private static Form form(String type, String from, String body) {
        try {
            return Form.read(type, from, HERE, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCommentThatWasSentIsShownEscapedBelowItsArticle() {
        Reply sent = post("/article/rails/comments", "author=A%3Cb%3E&text=%3Cscript%3E+%C3%BC");
        String page = get("/article/rails").text();

        assertEquals(303, sent.status());
        assertEquals("/article/rails#comment-1", sent.location());
        assertTrue(sent.versions().contains("store=1.0.0"), sent.versions().toString());
        assertTrue(page.contains("&lt;script&gt; ü") && page.contains("A&lt;b&gt;"), page);
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("action=\"/article/rails/comments\""), page);
    }

    @Test
    void aReadingCountsAndALookAtTheHeadDoesNot() {
        get("/article/rails");
        site.answer(new Asked("HEAD", HERE, "/article/rails"), cast);

        assertTrue(get("/article/rails").text().contains("Read 2 times"));
    }

    @Test
    void whatIsNotTakenDownIsToldWithTheReason() {
        assertRefused(400, "No spam", post("/article/rails/comments", "text=spam"));
        assertRefused(404, "no article", post("/article/none/comments", "text=x"));
        assertRefused(400, "not encoded", post("/article/rails/comments", "text=%zz"));
        assertRefused(413, "longer", post("/article/rails/comments", "text=" + "x".repeat(40_000)));
        assertRefused(415, "form", sent(form("text/plain", "", "text=x")));
        assertRefused(403, "http://there", sent(form(TYPE, "http://there", "text=x")));
        assertEquals(303, sent(form(TYPE, HERE, "text=x")).status());
        assertEquals(405, post("/article/rails", "text=x").status());
    }

    private Reply sent(Form form) {
        return site.answer(new Asked("POST", HERE, "/article/rails/comments", form), cast);
    }

    private static void assertRefused(int status, String reason, Reply reply) {
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.text().contains(reason), reply.text());
    }

    @Test
    void withoutAGuestbookAnArticleIsShownAndACommentIsNot() {
        Cast without = Fakes.withGuestbook(cast, null);

        Reply article = site.answer(new Asked("GET", HERE, "/article/rails"), without);
        Reply sent = site.answer(new Asked("POST", HERE, "/article/rails/comments", form(TYPE, "", "text=x")), without);

        assertEquals(200, article.status());
        assertFalse(article.text().contains("comments"), article.text());
        assertEquals(503, sent.status());
    }
}
