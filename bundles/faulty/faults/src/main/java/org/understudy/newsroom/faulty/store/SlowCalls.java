package org.understudy.newsroom.faulty.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.store.version.Store;

/** Fault: every twentieth call takes 10 ms more. Its answers are right. */
@Component(name = "newsroom.store")
public final class SlowCalls implements ArticleStore {
    private static final int SLOW_ONE_IN = 20;
    private static final long DELAY_NANOS = 10_000_000;

    private final ArticleStore store;
    private final AtomicLong calls = new AtomicLong();

    /** A store like the sound one that it wraps. */
    @Activate
    public SlowCalls(BundleContext context) {
        this(new Store(context));
    }

    SlowCalls(ArticleStore store) {
        this.store = store;
    }

    @Override
    public Answer<List<Article>> latest(int limit) {
        dawdle();
        return store.latest(limit);
    }

    @Override
    public Answer<Optional<Article>> find(String slug) {
        dawdle();
        return store.find(slug);
    }

    private void dawdle() {
        if (calls.incrementAndGet() % SLOW_ONE_IN != 0) {
            return;
        }
        long end = System.nanoTime() + DELAY_NANOS;
        for (long left = DELAY_NANOS; left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }
}
