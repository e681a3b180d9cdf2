package org.understudy.newsroom.theme.version;

import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Theme;
import org.understudy.newsroom.theme.Composer;
import org.understudy.newsroom.theme.Look;

/** Midnight: light on dark, cards and colour. */
@Component(name = "newsroom.theme")
public final class PageTheme implements Theme {
    private final String version;
    private final Composer composer;

    /** Reads the style sheet. */
    @Activate
    public PageTheme(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        Look look = new Look(
                Look.styleSheet(PageTheme.class, "midnight.css"), "Things replaced while in use", "Right now", "🌙");
        composer = new Composer(look, version, Clock.systemDefaultZone());
    }

    @Override
    public Answer<String> dress(Page page) {
        return new Answer<>(composer.document(page), version);
    }
}
