package org.understudy.newsroom.page;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Page;

/** One request on its way through the resources. For one thread. */
final class Visit {
    private static final int ARTICLES = 200;
    private static final int COMMENTS = 20;
    private static final int HEADLINES = 8;
    private static final int LEAD_PARAGRAPHS = 2;

    private final Edition edition;
    private final Playbill playbill;
    private final Cast cast;
    private final String path;
    private final boolean reading;
    private List<Article> articles;

    /**
     * Begins.
     *
     * @param reading whether somebody reads what is shown, so that it counts
     */
    Visit(Edition edition, Playbill playbill, Cast cast, String path, boolean reading) {
        this.edition = edition;
        this.playbill = playbill;
        this.cast = cast;
        this.path = path;
        this.reading = reading;
    }

    /** The newest article with its beginning, and the others below it. */
    Content front() {
        List<Article> articles = articles();
        if (articles.isEmpty()) {
            return Content.found("Front page", "<section class=\"story\"><h1>Nothing written yet</h1></section>");
        }
        Article lead = articles.get(0);
        return Content.found(
                "Front page",
                "<div><article class=\"lead\">" + Markup.kicker(lead) + "<h2>" + Markup.link(lead, lead.title())
                        + "</h2><p class=\"standfirst\">" + Markup.text(lead.summary()) + "</p>" + Markup.byline(lead)
                        + "<div class=\"prose\">" + rendered(beginning(lead.markdown())) + "</div><p class=\"more\">"
                        + Markup.link(lead, "Read on") + "</p></article>\n"
                        + Markup.cards(articles.subList(1, articles.size())) + "</div>");
    }

    /** One article. */
    Content article(String slug) {
        return find(slug)
                .map(article -> Content.found(
                        article.title(),
                        "<article class=\"story\">" + Markup.kicker(article) + "<h1>" + Markup.text(article.title())
                                + "</h1><p class=\"standfirst\">" + Markup.text(article.summary()) + "</p>"
                                + Markup.byline(article) + "<div class=\"prose\">" + rendered(article.markdown())
                                + "</div>" + Markup.tags(article)
                                + Markup.copies(article, cast.qr() != null, cast.pdf() != null) + "</article>"
                                + guestbook(article) + edition.below(article, articles())))
                .orElseGet(() -> Content.refused(
                        404, "No such article", "Nothing was written under the name “" + slug + "”, or not yet."));
    }

    /** What readers left below an article, and room for more. */
    private String guestbook(Article article) {
        if (cast.guestbook() == null) {
            return "";
        }
        long readings = playbill.ask(
                "store",
                cast.guestbook(),
                guestbook -> reading ? guestbook.read(article.slug()) : guestbook.readings(article.slug()));
        List<Comment> comments =
                playbill.ask("store", cast.guestbook(), guestbook -> guestbook.comments(article.slug(), COMMENTS));
        return GuestbookMarkup.of(article, comments, readings, comments.size() == COMMENTS);
    }

    /** Writes a comment; returns where it is shown. */
    String write(String slug, String author, String text) {
        Comment comment = playbill.ask("store", cast.guestbook(), guestbook -> guestbook.write(slug, author, text));
        return Markup.articlePath(slug) + "#comment-" + comment.number();
    }

    /** The article of this name. */
    Optional<Article> find(String slug) {
        return playbill.ask("store", cast.store(), store -> store.find(slug));
    }

    /** The articles of a section; upper and lower case make no difference. */
    Content section(String name) {
        List<Article> articles = articles().stream()
                .filter(article -> article.section().equalsIgnoreCase(name))
                .toList();
        if (articles.isEmpty()) {
            return Content.refused(404, "No such section", "There is no section “" + name + "”.");
        }
        String title = articles.get(0).section();
        return Content.found(
                title,
                "<div><h1 class=\"section-title\">" + Markup.text(title) + "</h1>" + Markup.cards(articles) + "</div>");
    }

    /** A page of the house's own, in Markdown. */
    Content text(String title, String markdown) {
        return Content.found(
                title,
                "<article class=\"story\"><h1>" + Markup.text(title) + "</h1><div class=\"prose\">" + rendered(markdown)
                        + "</div></article>");
    }

    /** The document of a content, with the sections above it and the feed beside it. */
    String dressed(Content content) {
        TreeSet<String> sections =
                articles().stream().map(Article::section).collect(Collectors.toCollection(TreeSet::new));
        String body = Markup.sections(sections, path) + "\n" + content.html();
        var headlines = playbill.ask("feed", cast.feed(), feed -> feed.headlines(HEADLINES));
        long views = playbill.ask("analytics", cast.analytics(), analytics -> analytics.seen(path));
        Page page = new Page(content.title(), path, body, headlines, views, playbill.entries());
        return playbill.ask("theme", cast.theme(), theme -> theme.dress(page));
    }

    /** Asked once, so that the sections above a page and the articles on it come from one version. */
    private List<Article> articles() {
        if (articles == null) {
            articles = playbill.ask("store", cast.store(), store -> store.latest(ARTICLES));
        }
        return articles;
    }

    private String rendered(String markdown) {
        return playbill.ask("renderer", cast.renderer(), renderer -> renderer.render(markdown));
    }

    private static String beginning(String markdown) {
        return List.of(markdown.split("\n\n")).stream().limit(LEAD_PARAGRAPHS).collect(Collectors.joining("\n\n"));
    }
}
