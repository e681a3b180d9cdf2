package org.understudy.newsroom.page;

import java.util.List;
import org.understudy.newsroom.Article;

/** What one version of the page decides; the rest is the same in all. Used by any number of threads. */
public interface Edition {
    /** The version, as it is named with each page. */
    String version();

    /**
     * What stands below an article, as HTML; may be empty.
     *
     * @param article the article
     * @param all every article there is, newest first, this one included
     */
    String below(Article article, List<Article> all);
}
