/**
 * What the versions of the article store share: manuscripts with front matter, the shelf they stand on, and the
 * guestbook in which readers write.
 */
@Resource(
        name = "store",
        criticality = Criticality.CRITICAL,
        swapCostMillis = 20,
        latencyTargetMicros = 200,
        contract = {ArticleStore.class, Guestbook.class})
package org.understudy.newsroom.store;

import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Guestbook;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
