package org.understudy.newsroom.store.version;

import java.util.List;
import java.util.stream.Stream;
import org.understudy.newsroom.Article;

/** How long an article takes to read, shown as its first tag. */
final class ReadingTime {
    private static final int WORDS_A_MINUTE = 200;

    private ReadingTime() {}

    static Article marked(Article article) {
        List<String> tags = Stream.concat(Stream.of(minutes(article.markdown()) + " min read"), article.tags().stream())
                .toList();
        return new Article(
                article.slug(),
                article.title(),
                article.section(),
                article.author(),
                article.published(),
                article.summary(),
                article.markdown(),
                tags);
    }

    /** Whole minutes, rounded up; at least one. */
    static int minutes(String text) {
        long words =
                Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).count();
        return (int) Math.max(1, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }
}
