/** What the versions of the readership share: who is told of each reader, and writes down that it was. */
@Resource(name = "readership", criticality = Criticality.VOLATILE, swapCostMillis = 5)
package org.understudy.newsroom.readership;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
