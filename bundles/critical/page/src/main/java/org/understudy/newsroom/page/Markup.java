package org.understudy.newsroom.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.understudy.newsroom.Article;

/** The pieces that pages are made of. Whatever comes from an article is escaped here. */
public final class Markup {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Markup() {}

    /** A text as HTML. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The bar of sections; {@code path} is the page that it stands on. */
    static String sections(Collection<String> sections, String path) {
        return "<nav class=\"sections\">" + entry("/", "Front page", path)
                + sections.stream()
                        .map(section -> entry(sectionPath(section), section, path))
                        .collect(Collectors.joining())
                + entry("/about", "About", path) + "</nav>";
    }

    private static String entry(String target, String label, String path) {
        String here = target.equals(path) ? " class=\"here\" aria-current=\"page\"" : "";
        return "<a href=\"" + target + "\"" + here + ">" + text(label) + "</a>";
    }

    static String kicker(Article article) {
        return "<p class=\"kicker\"><a href=\"" + sectionPath(article.section()) + "\">" + text(article.section())
                + "</a></p>";
    }

    static String link(Article article, String label) {
        return "<a href=\"" + articlePath(article) + "\">" + text(label) + "</a>";
    }

    /** Where an article is shown. */
    static String articlePath(Article article) {
        return articlePath(article.slug());
    }

    /** Where the article of this slug is shown. */
    static String articlePath(String slug) {
        return "/article/" + segment(slug);
    }

    /** Links to an article's other forms: those that are on stage. */
    static String copies(Article article, boolean qr, boolean pdf) {
        String name = segment(article.slug());
        String links = (pdf ? "<a href=\"/pdf/" + name + ".pdf\">Print edition</a> " : "")
                + (qr ? "<a href=\"/qr/" + name + ".svg\">QR code</a>" : "");
        return links.isEmpty() ? "" : "<p class=\"more\">" + links.strip() + "</p>";
    }

    static String byline(Article article) {
        return "<p class=\"byline\">By <b>" + text(article.author()) + "</b> · " + DAY.format(article.published())
                + "</p>";
    }

    static String tags(Article article) {
        return article.tags().stream()
                .map(tag -> "<span>" + text(tag) + "</span>")
                .collect(Collectors.joining("", "<p class=\"tags\">", "</p>"));
    }

    /** Articles as cards, one beside the other. */
    public static String cards(Collection<Article> articles) {
        return articles.stream()
                .map(article -> "<article class=\"card\">" + kicker(article) + "<h3>"
                        + link(article, article.title()) + "</h3><p>" + text(article.summary()) + "</p>"
                        + byline(article) + tags(article) + "</article>")
                .collect(Collectors.joining("\n", "<div class=\"cards\">", "</div>"));
    }

    /** Where a section's articles are listed. */
    static String sectionPath(String section) {
        return "/section/" + segment(section.toLowerCase(Locale.ROOT));
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
