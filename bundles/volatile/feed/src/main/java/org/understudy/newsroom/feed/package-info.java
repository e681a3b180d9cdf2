/** What the versions of the feed share: the wire, a list of lines that turns. */
@Resource(
        name = "feed",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 5,
        latencyTargetMicros = 100,
        contract = {Feed.class},
        metrics =
                @Metric(
                        name = WireGauge.AGE,
                        direction = Metric.Direction.INCREASE,
                        critical = true,
                        allowedEffect = 2))
package org.understudy.newsroom.feed;

import org.understudy.newsroom.Feed;
import org.understudy.resource.Criticality;
import org.understudy.resource.Metric;
import org.understudy.resource.Resource;
