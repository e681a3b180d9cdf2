package org.understudy.newsroom.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;

/**
 * Looks through the shelf while the version is still off stage, so that its first reader does not wait for code that has
 * never run.
 */
@Component(
        name = "newsroom.store.rehearsal",
        immediate = true,
        service = {})
public final class Rehearsal {
    private static final int TIMES = 10;

    /** Rehearses once, when the version is started. */
    @Activate
    public Rehearsal(@Reference ArticleStore store) {
        for (int time = 0; time < TIMES; time++) {
            for (Article article : store.latest(2).value()) {
                store.find(article.slug());
            }
            store.find("nothing of this name");
        }
    }
}
