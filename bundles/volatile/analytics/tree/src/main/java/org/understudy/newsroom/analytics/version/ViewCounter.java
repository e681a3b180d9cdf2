package org.understudy.newsroom.analytics.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;

/** Counts paths as a tree: a view of an article is a view of the site too, so the front page shows all of them. */
@Component(name = "newsroom.analytics")
public final class ViewCounter implements Analytics {
    private final String version;
    private final PathTree views = new PathTree();

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
