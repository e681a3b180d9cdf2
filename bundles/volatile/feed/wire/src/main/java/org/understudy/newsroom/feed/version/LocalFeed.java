package org.understudy.newsroom.feed.version;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.feed.Newswire;

/** The wire as it ticks: each question moves the list of its consumer on by one line. */
@Component(name = "newsroom.feed", scope = ServiceScope.BUNDLE)
public final class LocalFeed implements Feed {
    private final String version;
    private final AtomicLong turn = new AtomicLong();

    /** A feed for one consuming bundle. */
    @Activate
    public LocalFeed(BundleContext context) {
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Answer<List<Headline>> headlines(int limit) {
        return new Answer<>(Newswire.current().from(turn.getAndIncrement(), limit), version);
    }
}
