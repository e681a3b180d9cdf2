/** What the versions of the stamp share: a filter that marks each response with the version that let it through. */
@Resource(name = "stamp", criticality = Criticality.VOLATILE, swapCostMillis = 5)
package org.understudy.newsroom.stamp;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
