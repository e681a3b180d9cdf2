/** What the versions of the live page share: a request that is answered a moment later, by another thread. */
@Resource(name = "live", criticality = Criticality.VOLATILE, swapCostMillis = 10)
package org.understudy.newsroom.live;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
