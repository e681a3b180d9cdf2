package org.understudy.newsroom.demo.fake;

import java.util.List;
import java.util.Optional;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Beacon;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Sender;
import org.understudy.newsroom.Theme;

/** A stable handle in front of a version. Nothing behind it ever stops, so it needs no drain. */
public final class FakeHandle
        implements ArticleStore, Renderer, Theme, Feed, Analytics, Beacon, QrCode, PdfEdition, Sender, Receiver {
    private volatile FakeVersion active;
    private volatile FakeVersion wayBack;
    private volatile FakeVersion late;
    private volatile boolean lost;
    private volatile String claimed;

    void point(FakeVersion version) {
        active = version;
    }

    FakeVersion active() {
        return active;
    }

    /** Keeps this version as the way back. */
    void remember(FakeVersion version) {
        wayBack = version;
    }

    FakeVersion wayBack() {
        return wayBack;
    }

    /** Answers from this version, whatever is active; {@code null} to stop that. */
    void answerLate(FakeVersion version) {
        late = version;
    }

    /** Loses every call for now. */
    void lose(boolean now) {
        lost = now;
    }

    /** Claims that another version has answered; {@code null} to stop that. */
    void claim(String version) {
        claimed = version;
    }

    /**
     * The version that answers, for what is no service of its own.
     *
     * @throws IllegalStateException where calls are lost
     */
    public String version() {
        String wrong = claimed;
        return wrong == null ? enter().version() : wrong;
    }

    private FakeVersion enter() {
        if (lost) {
            throw new IllegalStateException("the version was stopped");
        }
        FakeVersion held = late;
        return held == null ? active : held;
    }

    private <T> Answer<T> answer(Answer<T> answer) {
        String wrong = claimed;
        return wrong == null ? answer : new Answer<>(answer.value(), wrong);
    }

    @Override
    public Answer<List<Article>> latest(int limit) {
        return answer(enter().latest(limit));
    }

    @Override
    public Answer<Optional<Article>> find(String slug) {
        return answer(enter().find(slug));
    }

    @Override
    public Answer<String> render(String markdown) {
        return answer(enter().render(markdown));
    }

    @Override
    public Answer<String> dress(Page page) {
        return answer(enter().dress(page));
    }

    @Override
    public Answer<List<Headline>> headlines(int limit) {
        return answer(enter().headlines(limit));
    }

    @Override
    public Answer<Long> seen(String path) {
        return answer(enter().seen(path));
    }

    @Override
    public Answer<Integer> port() {
        return answer(enter().port());
    }

    @Override
    public Answer<String> svg(String text) {
        return answer(enter().svg(text));
    }

    @Override
    public Answer<byte[]> print(Article article) {
        return answer(enter().print(article));
    }

    @Override
    public Answer<String> write(Headline headline) {
        return answer(enter().write(headline));
    }

    @Override
    public Answer<Headline> read(String message) {
        return answer(enter().read(message));
    }
}
