package org.understudy.newsroom.renderer;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with the extensions of one version. HTML in the text is escaped and a link may only lead where a link
 * should ({@code javascript:} may not). Safe for any number of threads.
 */
public final class Markdown {
    private final Parser parser;
    private final HtmlRenderer renderer;

    /** Understands plain CommonMark and these extensions. */
    public Markdown(List<Extension> extensions) {
        parser = Parser.builder().extensions(extensions).build();
        renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
    }

    /** The HTML of a text. */
    public String html(String text) {
        return renderer.render(parser.parse(text));
    }
}
