package org.understudy.newsroom.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.Renderer;

/** Resources that answer what they were given. */
final class Fakes {
    private Fakes() {}

    static Cast cast(Article... articles) {
        return new Cast(
                store("1.0.0", articles),
                markdown -> new Answer<>("<p>" + markdown + "</p>", "1.1.0"),
                page -> new Answer<>("<title>" + page.title() + "</title>" + page.bodyHtml(), "1.2.0"),
                limit -> new Answer<>(List.of(new Headline("S", "T")), "1.3.0"),
                path -> new Answer<>(7L, "1.4.0"),
                null,
                null);
    }

    static Cast withRenderer(Cast cast, Renderer renderer) {
        return new Cast(cast.store(), renderer, cast.theme(), cast.feed(), cast.analytics(), cast.qr(), cast.pdf());
    }

    static Cast withCopies(Cast cast) {
        return new Cast(
                cast.store(),
                cast.renderer(),
                cast.theme(),
                cast.feed(),
                cast.analytics(),
                text -> new Answer<>("<svg>" + text + "</svg>", "1.5.0"),
                article -> new Answer<>(article.slug().getBytes(StandardCharsets.UTF_8), "1.6.0"));
    }

    static Edition edition(String version) {
        return new Edition() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public String below(Article article, List<Article> all) {
                return "<p>" + all.size() + " in all</p>";
            }
        };
    }

    static Cast withStore(Cast cast, ArticleStore store) {
        return new Cast(store, cast.renderer(), cast.theme(), cast.feed(), cast.analytics(), cast.qr(), cast.pdf());
    }

    static Renderer throwing() {
        return markdown -> {
            throw new InjectedFault("renderer", "1.9.0");
        };
    }

    static Renderer broken() {
        return markdown -> {
            throw new IllegalStateException("ink dried up");
        };
    }

    static ArticleStore store(String version, Article... articles) {
        return new ArticleStore() {
            @Override
            public Answer<List<Article>> latest(int limit) {
                return new Answer<>(List.of(articles), version);
            }

            @Override
            public Answer<Optional<Article>> find(String slug) {
                return new Answer<>(
                        List.of(articles).stream()
                                .filter(article -> article.slug().equals(slug))
                                .findFirst(),
                        version);
            }
        };
    }

    static Article article(String slug, String title, String section) {
        return new Article(
                slug,
                title,
                section,
                "A. Uthor",
                LocalDate.of(2026, 11, 24),
                "Sum & mary",
                "One.\n\nTwo.\n\nThree.\n",
                List.of("tag"));
    }
}
