/** What the versions of the theme share: how a page's parts make one HTML document. */
@Resource(
        name = "theme",
        criticality = Criticality.VOLATILE,
        swapCostMillis = 5,
        latencyTargetMicros = 200,
        contract = {Theme.class})
package org.understudy.newsroom.theme;

import org.understudy.newsroom.Theme;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
