package org.understudy.newsroom.store.version;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.store.Manuscript;
import org.understudy.newsroom.store.Shelf;

/** The evening edition: later articles besides those of the morning, and on each how long it takes to read. */
@Component(name = "newsroom.store")
public final class Store implements ArticleStore {
    private final String version;
    private final Shelf shelf;

    /** Reads every manuscript of this bundle. */
    @Activate
    public Store(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        shelf = new Shelf(Manuscript.allOf(context.getBundle()).stream()
                .map(ReadingTime::marked)
                .toList());
    }

    @Override
    public Answer<List<Article>> latest(int limit) {
        return new Answer<>(shelf.latest(limit), version);
    }

    @Override
    public Answer<Optional<Article>> find(String slug) {
        return new Answer<>(shelf.find(slug), version);
    }
}
