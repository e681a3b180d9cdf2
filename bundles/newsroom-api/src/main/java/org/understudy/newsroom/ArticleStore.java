package org.understudy.newsroom;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.understudy.resource.Safe;

/** The articles. Resource {@code store}, critical. */
@ConsumerType
public interface ArticleStore {
    /** The latest articles, newest first, at most {@code limit}. */
    @Safe
    Answer<List<Article>> latest(int limit);

    /** The article of this slug. */
    @Safe
    Answer<Optional<Article>> find(String slug);
}
