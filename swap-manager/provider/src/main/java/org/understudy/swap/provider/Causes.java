package org.understudy.swap.provider;

import org.osgi.framework.BundleException;
import org.understudy.swap.engine.Reasons;

/** Says what lies behind a framework's exception. */
final class Causes {
    private Causes() {}

    /** The words of the cause that carries the news: an activator's own exception, or the resolver's. */
    static String of(Throwable failure) {
        Throwable news = failure;
        while (news instanceof BundleException exception
                && exception.getType() == BundleException.ACTIVATOR_ERROR
                && news.getCause() != null) {
            news = news.getCause();
        }
        return news == failure ? Reasons.of(news) : "its activator threw " + Reasons.of(news);
    }
}
