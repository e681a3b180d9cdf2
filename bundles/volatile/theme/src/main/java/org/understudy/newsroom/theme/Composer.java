package org.understudy.newsroom.theme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;

/** Sets pages in one look. Immutable, so any number of threads may use it. */
public final class Composer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final Look look;
    private final String version;
    private final Clock clock;

    /** Sets pages in this look, for the theme of this version; the clock gives the date above them. */
    public Composer(Look look, String version, Clock clock) {
        this.look = look;
        this.version = version;
        this.clock = clock;
    }

    /** The whole document of a page. Its body is taken as HTML; all else is escaped. */
    public String document(Page page) {
        StringBuilder html =
                new StringBuilder(look.css().length() + page.bodyHtml().length() + 4096);
        head(html, page);
        masthead(html, page);
        html.append("<main>").append(page.bodyHtml()).append("</main>\n");
        wire(html, page.headlines());
        footer(html, page);
        return html.append("</div>\n</body>\n</html>\n").toString();
    }

    private void head(StringBuilder html, Page page) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(page.title()))
                .append(" · Newsroom</title>\n<link rel=\"icon\" href=\"data:image/svg+xml,")
                .append(
                        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ctext y='13' font-size='13'%3E")
                .append(look.icon())
                .append("%3C/text%3E%3C/svg%3E\">\n<style>\n")
                .append(look.css())
                .append("</style>\n</head>\n<body>\n<div class=\"paper\">\n");
    }

    private void masthead(StringBuilder html, Page page) {
        html.append("<header class=\"masthead\"><p class=\"motto\">")
                .append(escaped(look.motto()))
                .append("</p><p class=\"name\"><a href=\"/\">Newsroom</a></p><p class=\"dateline\">")
                .append(DAY.format(LocalDate.now(clock)))
                .append("<span class=\"views\">")
                .append(page.views())
                .append(page.views() == 1 ? " view" : " views")
                .append("</span></p></header>\n");
    }

    private void wire(StringBuilder html, List<Headline> headlines) {
        html.append("<aside class=\"wire\"><h2>")
                .append(escaped(look.wireTitle()))
                .append("</h2><ul>");
        for (Headline headline : headlines) {
            html.append("<li><b>")
                    .append(escaped(headline.source()))
                    .append("</b> ")
                    .append(escaped(headline.text()))
                    .append("</li>");
        }
        html.append("</ul></aside>\n");
    }

    private void footer(StringBuilder html, Page page) {
        html.append("<footer><p>On stage for this page</p><ul class=\"versions\">");
        for (String contributor : page.versions()) {
            entry(html, contributor);
        }
        entry(html, "theme=" + version);
        html.append("</ul></footer>\n");
    }

    private static void entry(StringBuilder html, String contributor) {
        int equals = contributor.indexOf('=');
        html.append("<li><b>")
                .append(escaped(contributor.substring(0, Math.max(equals, 0))))
                .append("</b> ")
                .append(escaped(contributor.substring(equals + 1)))
                .append("</li>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
