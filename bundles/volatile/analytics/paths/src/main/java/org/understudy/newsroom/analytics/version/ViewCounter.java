package org.understudy.newsroom.analytics.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.analytics.Tally;

/** Counts each path by itself. */
@Component(name = "newsroom.analytics")
public final class ViewCounter implements Analytics {
    private static final int PATHS = 10_000;

    private final String version;
    private final Tally views = new Tally(PATHS);

    /** Begins at nought. */
    @Activate
    public ViewCounter(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Answer<Long> seen(String path) {
        return new Answer<>(views.count(path), version);
    }
}
