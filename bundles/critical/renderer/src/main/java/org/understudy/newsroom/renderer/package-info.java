/** What the versions of the renderer share: Markdown made into HTML by commonmark. */
@Resource(
        name = "renderer",
        criticality = Criticality.CRITICAL,
        swapCostMillis = 20,
        latencyTargetMicros = 2000,
        contract = {Renderer.class})
package org.understudy.newsroom.renderer;

import org.understudy.newsroom.Renderer;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
