/** What the versions of the desk share: shell commands for those who make the paper. */
@Resource(name = "desk", criticality = Criticality.AUXILIARY, swapCostMillis = 5)
package org.understudy.newsroom.desk;

import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
