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
    private static final int WARM_UP = 400;
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
     * Those of these pages that are there now. Asks for each a few times, so that the load meets a warm site.
     *
     * @throws IOException if none is
     */
    public static List<URI> reachable(List<URI> pages) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        List<URI> found = new ArrayList<>();
        for (int asked = 0; asked < WARM_UP; asked++) {
            URI page = pages.get(asked % pages.size());
            HttpRequest request = HttpRequest.newBuilder(page).timeout(TIMEOUT).build();
            boolean there =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == HttpURLConnection.HTTP_OK;
            if (there && asked < pages.size()) {
                found.add(page);
            }
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "none of Newsroom's pages answers, not even " + pages.get(0) + "; is the page bundle active?");
        }
        return found;
    }
}
