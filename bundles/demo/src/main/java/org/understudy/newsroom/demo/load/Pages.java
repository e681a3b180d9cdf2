package org.understudy.newsroom.demo.load;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;

/**
 * The addresses of Newsroom.
 *
 * @param pages its pages
 * @param live what answers later, from another thread
 */
public record Pages(List<URI> pages, URI live) {
    private static final int MOST = 100;
    private static final int ROUND = 100;
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofMillis(500), Duration.ofSeconds(20));
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public Pages {
        pages = List.copyOf(pages);
    }

    /** Every page that the store's version on stage can fill. */
    public static Pages of(URI site, ArticleStore store) {
        List<Article> articles = store.latest(MOST).value();
        List<String> paths = new ArrayList<>(List.of("/", "/about"));
        paths.addAll(articles.stream().map(a -> "/article/" + a.slug()).toList());
        Stream<String> sections = articles.stream().map(Article::section).distinct();
        paths.addAll(sections.map(s -> "/section/" + s.toLowerCase(Locale.ROOT)).toList());
        return new Pages(paths.stream().map(site::resolve).toList(), site.resolve("/live"));
    }

    /**
     * Those of these pages that are there now, with the site warm.
     *
     * @throws IOException if none is, or what answers later is not
     */
    public Pages reachable() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        List<URI> found = new ArrayList<>();
        for (URI page : pages) {
            if (status(client, page) == HttpURLConnection.HTTP_OK) {
                found.add(page);
            }
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "none of Newsroom's pages answers, not even " + pages.get(0) + "; is the page on stage?");
        }
        int status = status(client, live);
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException(live + " answers " + status + "; is the resource 'live' on stage?");
        }
        WARM_UP.<IOException>repeat(() -> {
            for (int asked = 0; asked < ROUND; asked++) {
                status(client, found.get(asked % found.size()));
            }
        });
        return new Pages(found, live);
    }

    /** Asks as somebody who is no reader: of this nobody shall learn what readers need. */
    private static int status(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Sec-GPC", "1")
                .timeout(TIMEOUT)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
