package org.understudy.newsroom.page.version;

import java.util.List;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.page.Edition;

/**
 * The gazette: an article stands by itself.
 *
 * @param version the bundle's version
 */
record Gazette(String version) implements Edition {
    @Override
    public String below(Article article, List<Article> all) {
        return "";
    }
}
