package org.understudy.newsroom.faulty.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;

class SlowCallsTest {
    private static final long DELAY_NANOS = 10_000_000;

    private final SlowCalls store = new SlowCalls(new ArticleStore() {
        @Override
        public Answer<List<Article>> latest(int limit) {
            return new Answer<>(List.of(), "1.9.0");
        }

        @Override
        public Answer<Optional<Article>> find(String slug) {
            return new Answer<>(Optional.empty(), "1.9.0");
        }
    });

    @Test
    void theTwentiethCallIsLateByTenMillisecondsAndRight() {
        for (int call = 1; call < 20; call++) {
            store.find("any");
        }
        long before = System.nanoTime();

        Answer<List<Article>> twentieth = store.latest(1);

        assertTrue(System.nanoTime() - before >= DELAY_NANOS);
        assertEquals(new Answer<>(List.of(), "1.9.0"), twentieth);
    }
}
