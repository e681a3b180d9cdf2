package org.understudy.newsroom.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.CommentRefusedException;
import org.understudy.newsroom.Guestbook;
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
                null,
                null);
    }

    static Cast withRenderer(Cast cast, Renderer renderer) {
        return new Cast(
                cast.store(),
                renderer,
                cast.theme(),
                cast.feed(),
                cast.analytics(),
                cast.qr(),
                cast.pdf(),
                cast.guestbook());
    }

    static Cast withCopies(Cast cast) {
        return new Cast(
                cast.store(),
                cast.renderer(),
                cast.theme(),
                cast.feed(),
                cast.analytics(),
                text -> new Answer<>("<svg>" + text + "</svg>", "1.5.0"),
                article -> new Answer<>(article.slug().getBytes(StandardCharsets.UTF_8), "1.6.0"),
                cast.guestbook());
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
        return new Cast(
                store,
                cast.renderer(),
                cast.theme(),
                cast.feed(),
                cast.analytics(),
                cast.qr(),
                cast.pdf(),
                cast.guestbook());
    }

    static Cast withGuestbook(Cast cast, Guestbook guestbook) {
        return new Cast(
                cast.store(),
                cast.renderer(),
                cast.theme(),
                cast.feed(),
                cast.analytics(),
                cast.qr(),
                cast.pdf(),
                guestbook);
    }

    /** A guestbook in memory, for one article, that takes no comment with the word spam. */
    static Guestbook guestbook() {
        List<Comment> comments = new ArrayList<>();
        AtomicLong readings = new AtomicLong();
        return new Guestbook() {
            @Override
            public Answer<Comment> write(String slug, String author, String text) {
                if (text.contains("spam")) {
                    throw new CommentRefusedException("No spam");
                }
                comments.add(new Comment(comments.size() + 1, author, text, Optional.of(Instant.EPOCH)));
                return new Answer<>(comments.get(comments.size() - 1), "1.0.0");
            }

            @Override
            public Answer<List<Comment>> comments(String slug, int most) {
                return new Answer<>(List.copyOf(comments), "1.0.0");
            }

            @Override
            public Answer<Long> read(String slug) {
                return new Answer<>(readings.incrementAndGet(), "1.0.0");
            }

            @Override
            public Answer<Long> readings(String slug) {
                return new Answer<>(readings.get(), "1.0.0");
            }
        };
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
