package org.understudy.newsroom.page.version;

import java.util.Comparator;
import java.util.List;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.page.Edition;
import org.understudy.newsroom.page.Markup;

/**
 * The magazine: below an article stands what to read next, articles of its own section first.
 *
 * @param version the bundle's version
 */
record Magazine(String version) implements Edition {
    private static final int SUGGESTIONS = 3;

    @Override
    public String below(Article article, List<Article> all) {
        List<Article> next = next(article, all);
        return next.isEmpty()
                ? ""
                : "<section class=\"next\"><h2 class=\"section-title\">Read next</h2>" + Markup.cards(next)
                        + "</section>";
    }

    /** At most three others: first those of the same section, each group newest first. */
    static List<Article> next(Article article, List<Article> all) {
        return all.stream()
                .filter(other -> !other.slug().equals(article.slug()))
                .sorted(Comparator.comparing(
                        other -> !other.section().equalsIgnoreCase(article.section()))) // stable: newest stays first
                .limit(SUGGESTIONS)
                .toList();
    }
}
