/** What the versions of the article store share: manuscripts with front matter, and the shelf they stand on. */
@Resource(
        name = "store",
        criticality = Criticality.CRITICAL,
        swapCostMillis = 20,
        contract = {ArticleStore.class})
package org.understudy.newsroom.store;

import org.understudy.newsroom.ArticleStore;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
