/** What the versions of the analytics share: a tally whose size is bounded. */
@Resource(
        name = "analytics",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 5,
        latencyTargetMicros = 100,
        contract = {Analytics.class})
package org.understudy.newsroom.analytics;

import org.understudy.newsroom.Analytics;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
