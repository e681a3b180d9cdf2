package org.understudy.newsroom.demo.fake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Beacon;
import org.understudy.newsroom.FaultLedger;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Sender;
import org.understudy.newsroom.Theme;
import org.understudy.newsroom.UnreadableMessageException;

/** A version of every part at once, told by its number. */
public class FakeVersion
        implements ArticleStore, Renderer, Theme, Feed, Analytics, Beacon, QrCode, PdfEdition, Sender, Receiver {
    private final String version;
    private final FaultLedger ledger;
    private final AtomicLong calls = new AtomicLong();
    private final List<Article> articles;

    /** A version that writes failures on purpose there. */
    public FakeVersion(String version, FaultLedger ledger) {
        this.version = version;
        this.ledger = ledger;
        articles = IntStream.range(0, 10)
                .mapToObj(i -> new Article(
                        "a" + i, "Title " + version, "news", "anna", LocalDate.EPOCH, "summary", "text", List.of()))
                .toList();
    }

    /** Its number. */
    public String version() {
        return version;
    }

    @Override
    public Answer<List<Article>> latest(int limit) {
        return new Answer<>(articles.subList(0, Math.min(limit, articles.size())), version);
    }

    @Override
    public Answer<Optional<Article>> find(String slug) {
        return new Answer<>(articles.stream().filter(a -> a.slug().equals(slug)).findFirst(), version);
    }

    @Override
    public Answer<String> render(String markdown) {
        if (version.startsWith("1.9.") && calls.incrementAndGet() % 50 == 0) {
            ledger.count("renderer", version);
            throw new InjectedFault("renderer", version);
        }
        return new Answer<>("<p><em>" + version + "</em>" + markdown + "</p>", version);
    }

    @Override
    public Answer<String> dress(Page page) {
        return new Answer<>("<html>" + page.title() + page.bodyHtml() + "</html>", version);
    }

    @Override
    public Answer<List<Headline>> headlines(int limit) {
        return new Answer<>(List.of(new Headline("fake", "line")), version);
    }

    @Override
    public Answer<Long> seen(String path) {
        return new Answer<>(calls.incrementAndGet(), version);
    }

    @Override
    public Answer<Integer> port() {
        return new Answer<>(4711, version);
    }

    @Override
    public Answer<String> svg(String text) {
        return new Answer<>("<svg>" + text + "</svg>", version);
    }

    @Override
    public Answer<byte[]> print(Article article) {
        return new Answer<>(("%PDF " + article.title()).getBytes(StandardCharsets.US_ASCII), version);
    }

    /** Its version is the format. */
    @Override
    public Answer<String> write(Headline headline) {
        return new Answer<>(version + "|" + headline.source() + "|" + headline.text(), version);
    }

    /** Knows its own format and those before it. */
    @Override
    public Answer<Headline> read(String message) {
        String[] pieces = message.split("\\|");
        if (pieces[0].compareTo(version) > 0) {
            throw new UnreadableMessageException(version, "the format " + pieces[0] + " is not known");
        }
        return new Answer<>(new Headline(pieces[1], pieces[2]), version);
    }
}
