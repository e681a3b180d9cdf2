package org.understudy.newsroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.understudy.newsroom.Article;

/** A Markdown file with front matter. Its name without {@code .md} is the article's slug. */
public final class Manuscript {
    private static final String FOLDER = "/org/understudy/newsroom/store";
    private static final String SUFFIX = ".md";

    private Manuscript() {}

    /**
     * Every article that a version brings, from its own and the shared folder, in no particular order.
     *
     * @throws IllegalArgumentException naming the manuscript that cannot be read as one, and why
     */
    public static List<Article> allOf(Bundle bundle) {
        Enumeration<URL> entries = bundle.findEntries(FOLDER, "*" + SUFFIX, true);
        List<Article> articles = new ArrayList<>();
        for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String path = entry.getPath();
            articles.add(article(path.substring(path.lastIndexOf('/') + 1), read(entry)));
        }
        return articles;
    }

    static Article article(String file, String manuscript) {
        FrontMatter head = FrontMatter.parse(file, manuscript);
        return new Article(
                file.substring(0, file.length() - SUFFIX.length()),
                head.need("title"),
                head.need("section"),
                head.need("author"),
                head.needDate("published"),
                head.need("summary"),
                head.text(),
                head.list("tags"));
    }

    private static String read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manuscript " + entry, e);
        }
    }
}
