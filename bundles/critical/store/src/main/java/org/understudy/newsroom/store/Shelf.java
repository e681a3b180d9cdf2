package org.understudy.newsroom.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.newsroom.Article;

/** Articles, newest first and by slug. Immutable, so any number of threads may read it. */
public final class Shelf {
    private final List<Article> newestFirst;
    private final Map<String, Article> bySlug = new HashMap<>();

    /**
     * Puts these articles up. Those of one day stand in the order of their titles.
     *
     * @throws IllegalArgumentException where two of them have the same slug
     */
    public Shelf(Collection<Article> articles) {
        newestFirst = articles.stream()
                .sorted(Comparator.comparing(Article::published).reversed().thenComparing(Article::title))
                .toList();
        for (Article article : newestFirst) {
            Article other = bySlug.putIfAbsent(article.slug(), article);
            if (other != null) {
                throw new IllegalArgumentException("two articles have the slug '" + article.slug() + "': “"
                        + other.title() + "” and “" + article.title() + "”");
            }
        }
    }

    /** The newest articles, at most {@code limit}; {@code limit} is not negative. */
    public List<Article> latest(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit is not negative, but was " + limit);
        }
        return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    }

    /** The article of this slug. */
    public Optional<Article> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }
}
