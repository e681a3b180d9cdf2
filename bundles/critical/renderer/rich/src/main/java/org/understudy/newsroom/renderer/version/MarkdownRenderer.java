package org.understudy.newsroom.renderer.version;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.renderer.Markdown;

/** The rich renderer: CommonMark, tables, and headings that a link can lead to. */
@Component(name = "newsroom.renderer", scope = ServiceScope.PROTOTYPE)
public final class MarkdownRenderer implements Renderer {
    private final String version;
    private final Markdown markdown = new Markdown(List.of(TablesExtension.create(), HeadingAnchorExtension.create()));

    /** A renderer for one consumer. */
    @Activate
    public MarkdownRenderer(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Answer<String> render(String text) {
        return new Answer<>(markdown.html(text), version);
    }
}
