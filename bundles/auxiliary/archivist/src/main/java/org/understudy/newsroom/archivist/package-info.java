/** What the versions of the archivist share: it offers nothing, it keeps a copy of what was written. */
@Resource(name = "archivist", criticality = Criticality.AUXILIARY, swapCostMillis = 5)
package org.understudy.newsroom.archivist;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
