package org.understudy.newsroom.demo.check;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Beacon;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/** What each service of Newsroom is asked. */
final class Inquiries {
    private static final Page PAGE =
            new Page("Demo front page", "/", "<p>body</p>", List.of(new Headline("demo", "line")), 1, List.of());
    private static final Article ARTICLE = new Article(
            "demo",
            "An article for print",
            "Demo",
            "Demo",
            LocalDate.EPOCH,
            "Set again and again.",
            "One paragraph.\n\nAnd *another* one.",
            List.of("demo"));

    static final Inquiry<ArticleStore> STORE = Inquiry.of(
                    ArticleStore.class,
                    (store, question) -> store.latest(question + 1),
                    (question, value) -> isList(value, question + 1))
            .repeating();

    static final Inquiry<Renderer> RENDERER = Inquiry.of(
                    Renderer.class,
                    (renderer, question) ->
                            renderer.render("# Edition " + question + "\n\nOne *small* text, a `word` and no more."),
                    (question, value) -> isText(value, "Edition " + question, "<em>"))
            .repeating();

    static final Inquiry<Theme> THEME = Inquiry.of(
            Theme.class,
            (theme, question) -> theme.dress(PAGE),
            (question, value) -> isText(value, "Demo front page", "</html>"));

    static final Inquiry<Feed> FEED = Inquiry.of(
            Feed.class,
            (feed, question) -> feed.headlines(question + 1),
            (question, value) -> isList(value, question + 1));

    static final Inquiry<Analytics> ANALYTICS = Inquiry.of(
            Analytics.class,
            (analytics, question) -> analytics.seen("/demo"),
            (question, value) -> value instanceof Long count && count >= 1);

    static final Inquiry<Beacon> BEACON = Inquiry.of(
                    Beacon.class,
                    (beacon, question) -> beacon.port(),
                    (question, value) -> value instanceof Integer port && port > 0)
            .repeating();

    static final Inquiry<QrCode> QR = Inquiry.of(
                    QrCode.class,
                    (qr, question) -> qr.svg("https://newsroom.example/article/" + question),
                    (question, value) -> isText(value, "<svg", "</svg>"))
            .repeating();

    static final Inquiry<PdfEdition> PDF = Inquiry.of(
            PdfEdition.class,
            (pdf, question) -> pdf.print(ARTICLE),
            (question, value) ->
                    value instanceof byte[] bytes && new String(bytes, StandardCharsets.ISO_8859_1).startsWith("%PDF"));

    private Inquiries() {}

    private static boolean isList(Object value, int most) {
        return value instanceof List<?> list && !list.isEmpty() && list.size() <= most;
    }

    private static boolean isText(Object value, String... pieces) {
        return value instanceof String text && Arrays.stream(pieces).allMatch(text::contains);
    }
}
