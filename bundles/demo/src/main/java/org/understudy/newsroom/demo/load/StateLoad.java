package org.understudy.newsroom.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;

/** What is written into the state of the store, at a stated rate, while its versions come and go. */
final class StateLoad implements AutoCloseable {
    private static final String ARTICLE = "/article/";

    private final ServiceTracker<Guestbook, Guestbook> guestbook;
    private final ExecutorService threads;
    private final StateBook book = new StateBook();
    private final String slug;
    private final Counts counts = new Counts();
    private final SideLoad load;
    private volatile StateBook.Balance balance = new StateBook.Balance(0, 0, 0);

    /** Begins; comments on the first article of the site. */
    StateLoad(BundleContext context, Pages site, Rate rate, Checks checks) {
        URI article = site.pages().stream()
                .filter(page -> page.getPath().startsWith(ARTICLE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no article to comment on"));
        slug = article.getPath().substring(ARTICLE.length());
        guestbook = new ServiceTracker<>(context, Guestbook.class, null);
        guestbook.open();
        threads = Executors.newFixedThreadPool(2, task -> Threads.daemon("demo-comments", task));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(rate.timeout())
                .executor(threads)
                .build();
        URI comments = article.resolve(article.getRawPath() + "/comments");
        load = new SideLoad(
                Part.STORE,
                rate,
                new StateErrand(client, comments, guestbook::getService, book, checks, rate.timeout()),
                counts,
                checks.failures());
    }

    /** What became of what was written; complete when the load has ended. */
    StateBook.Balance balance() {
        return balance;
    }

    /** How many writes came to this. */
    long count(Mark mark) {
        return counts.count(Part.STORE.offering(), mark);
    }

    /** Writes no more, and looks what is there. */
    @Override
    public void close() {
        load.close();
        Guestbook present = guestbook.getService();
        balance = present == null
                ? new StateBook.Balance(count(Mark.GOOD), count(Mark.GOOD), 0)
                : book.balance(present, slug);
        guestbook.close();
        threads.shutdown();
    }
}
