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

/** The pages of Newsroom. */
public final class Pages {
    private static final int MOST = 100;
    private static final int ROUND = 100;
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofMillis(500), Duration.ofSeconds(20));
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Pages() {}

    /** Every page that the store's version on stage can fill. */
    public static List<URI> of(URI site, ArticleStore store) {
        List<Article> articles = store.latest(MOST).value();
        List<String> paths = new ArrayList<>(List.of("/", "/about"));
        paths.addAll(articles.stream().map(a -> "/article/" + a.slug()).toList());
        Stream<String> sections = articles.stream().map(Article::section).distinct();
        paths.addAll(sections.map(s -> "/section/" + s.toLowerCase(Locale.ROOT)).toList());
        return paths.stream().map(site::resolve).toList();
    }

    /**
     * Those of these pages that are there now, with the site warm.
     *
     * @throws IOException if none is
     */
    public static List<URI> reachable(List<URI> pages) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        List<URI> found = new ArrayList<>();
        for (URI page : pages) {
            if (status(client, page) == HttpURLConnection.HTTP_OK) {
                found.add(page);
            }
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "none of Newsroom's pages answers, not even " + pages.get(0) + "; is the page bundle active?");
        }
        WARM_UP.<IOException>repeat(() -> {
            for (int asked = 0; asked < ROUND; asked++) {
                status(client, found.get(asked % found.size()));
            }
        });
        return found;
    }

    private static int status(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(TIMEOUT).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
