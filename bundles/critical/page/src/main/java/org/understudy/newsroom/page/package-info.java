/** What the versions of the page share: how a request becomes a page out of what the other resources say. */
@Resource(name = "page", criticality = Criticality.CRITICAL, swapCostMillis = 20)
package org.understudy.newsroom.page;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
