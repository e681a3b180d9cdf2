package org.understudy.newsroom;

import java.util.List;

/**
 * What a page shows, before it is dressed.
 *
 * @param title the page's title
 * @param path the path it answers under
 * @param bodyHtml the main part, HTML
 * @param headlines what the feed brought
 * @param views how often this path was seen
 * @param versions which version of which resource contributed, as {@code name=version}
 */
public record Page(
        String title, String path, String bodyHtml, List<Headline> headlines, long views, List<String> versions) {
    public Page {
        headlines = List.copyOf(headlines);
        versions = List.copyOf(versions);
    }
}
