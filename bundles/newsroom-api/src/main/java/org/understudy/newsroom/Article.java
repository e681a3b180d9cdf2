package org.understudy.newsroom;

import java.time.LocalDate;
import java.util.List;

/**
 * One article.
 *
 * @param slug its name in a URL
 * @param title its headline
 * @param section the part of the site it belongs to
 * @param author who wrote it
 * @param published when
 * @param summary one sentence
 * @param markdown the text, in Markdown
 * @param tags what it is about
 */
public record Article(
        String slug,
        String title,
        String section,
        String author,
        LocalDate published,
        String summary,
        String markdown,
        List<String> tags) {
    public Article {
        tags = List.copyOf(tags);
    }
}
