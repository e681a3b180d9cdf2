package org.understudy.newsroom.feed;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.understudy.resource.Metrics;

/**
 * Tells how old the lines are that the feed gives away: the seconds since a poll went well last. A version whose poller is
 * dead or whose file cannot be read answers on without an error, and only grows old.
 */
@Component(name = "newsroom.feed.gauge")
public final class WireGauge implements Metrics {
    static final String AGE = "wire.age";

    @Override
    public Map<String, Double> read() {
        return Map.of(AGE, Newswire.ageSeconds());
    }
}
