package org.understudy.newsroom.feed.version;

import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.feed.Newswire;

/** The wire as a bulletin: it moves on once a minute, and each line says when it came in. */
@Component(name = "newsroom.feed", scope = ServiceScope.BUNDLE)
public final class LocalFeed implements Feed {
    private final String version;
    private final Bulletin bulletin = new Bulletin(Newswire::current, Clock.systemDefaultZone());

    /** A feed for one consuming bundle. */
    @Activate
    public LocalFeed(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Answer<List<Headline>> headlines(int limit) {
        return new Answer<>(bulletin.lines(limit), version);
    }
}
