package org.understudy.newsroom.renderer.version;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.renderer.Markdown;

/** The plain renderer: CommonMark and nothing else. */
@Component(name = "newsroom.renderer", scope = ServiceScope.PROTOTYPE)
public final class MarkdownRenderer implements Renderer {
    private final String version;
    private final Markdown markdown = new Markdown(List.of());

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
