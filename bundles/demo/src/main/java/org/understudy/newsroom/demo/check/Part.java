package org.understudy.newsroom.demo.check;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** A resource of Newsroom, what it offers and, where that is a service of its own, what the demo asks it. */
public enum Part {
    STORE(
            "store",
            Offering.SERVICE,
            Inquiry.of(
                            ArticleStore.class,
                            (store, question) -> store.latest(question + 1),
                            (question, value) -> isList(value, question + 1))
                    .repeating()),
    RENDERER(
            "renderer",
            Offering.SERVICE,
            Inquiry.of(
                            Renderer.class,
                            (renderer, question) -> renderer.render(
                                    "# Edition " + question + "\n\nOne *small* text, a `word` and no more."),
                            (question, value) -> isText(value, "Edition " + question, "<em>"))
                    .repeating()),
    THEME(
            "theme",
            Offering.SERVICE,
            Inquiry.of(
                    Theme.class,
                    (theme, question) -> theme.dress(Samples.PAGE),
                    (question, value) -> isText(value, "Demo front page", "</html>"))),
    FEED(
            "feed",
            Offering.SERVICE,
            Inquiry.of(
                    Feed.class,
                    (feed, question) -> feed.headlines(question + 1),
                    (question, value) -> isList(value, question + 1))),
    ANALYTICS(
            "analytics",
            Offering.SERVICE,
            Inquiry.of(
                    Analytics.class,
                    (analytics, question) -> analytics.seen("/demo"),
                    (question, value) -> value instanceof Long count && count >= 1)),
    PAGE("page", Offering.SERVLET),
    STAMP("stamp", Offering.FILTER),
    LIVE("live", Offering.ASYNC_SERVLET),
    READERSHIP("readership", Offering.EVENT_HANDLER),
    DESK("desk", Offering.COMMAND),
    ARCHIVIST("archivist", Offering.NO_SERVICE),
    BEACON(
            "beacon",
            Offering.RESTART,
            Inquiry.of(
                            Beacon.class,
                            (beacon, question) -> beacon.port(),
                            (question, value) -> value instanceof Integer port && port > 0)
                    .repeating()),
    QR(
            "qr",
            Offering.RARE_SERVICE,
            Inquiry.of(
                            QrCode.class,
                            (qr, question) -> qr.svg("https://newsroom.example/article/" + question),
                            (question, value) -> isText(value, "<svg", "</svg>"))
                    .repeating()),
    PDF(
            "pdf",
            Offering.RARE_SERVICE,
            Inquiry.of(
                    PdfEdition.class,
                    (pdf, question) -> pdf.print(Samples.ARTICLE),
                    (question, value) -> value instanceof byte[] bytes
                            && new String(bytes, StandardCharsets.ISO_8859_1).startsWith("%PDF"))),
    SENDER("sender", Offering.GROUP, Sender.class),
    RECEIVER("receiver", Offering.GROUP, Receiver.class);

    /** How many different questions there are; they are numbered from 0. */
    public static final int QUESTIONS = 4;

    /** Those that are called all the time, through every kind of holder. */
    public static final List<Part> SERVICES = offering(Offering.SERVICE).toList();

    /** Those that are called through a service of their own. */
    public static final List<Part> CALLED =
            Arrays.stream(values()).filter(p -> p.contract.isPresent()).toList();

    /** All parts, those together that are swapped as a group. */
    public static final List<List<Part>> UNITS = Stream.concat(
                    Arrays.stream(values())
                            .filter(p -> p.offering != Offering.GROUP)
                            .map(List::of),
                    Stream.of(offering(Offering.GROUP).toList()))
            .toList();

    private final String resource;
    private final Offering offering;
    private final Optional<Class<?>> contract;
    private final Optional<Inquiry<?>> inquiry;

    Part(String resource, Offering offering) {
        this(resource, offering, Optional.empty(), Optional.empty());
    }

    Part(String resource, Offering offering, Class<?> contract) {
        this(resource, offering, Optional.of(contract), Optional.empty());
    }

    Part(String resource, Offering offering, Inquiry<?> inquiry) {
        this(resource, offering, Optional.of(inquiry.contract()), Optional.of(inquiry));
    }

    Part(String resource, Offering offering, Optional<Class<?>> contract, Optional<Inquiry<?>> inquiry) {
        this.resource = resource;
        this.offering = offering;
        this.contract = contract;
        this.inquiry = inquiry;
    }

    private static final class Samples {
        static final Page PAGE =
                new Page("Demo front page", "/", "<p>body</p>", List.of(new Headline("demo", "line")), 1, List.of());
        static final Article ARTICLE = new Article(
                "demo",
                "An article for print",
                "Demo",
                "Demo",
                LocalDate.EPOCH,
                "Set again and again.",
                "One paragraph.\n\nAnd *another* one.",
                List.of("demo"));
    }

    /** The parts that offer this. */
    public static Stream<Part> offering(Offering offering) {
        return Arrays.stream(values()).filter(p -> p.offering == offering);
    }

    /** The part of this name, if it is one. */
    public static Optional<Part> named(String resource) {
        return Arrays.stream(values()).filter(p -> p.resource.equals(resource)).findFirst();
    }

    /** The resource's name. */
    public String resource() {
        return resource;
    }

    /** What it offers. */
    public Offering offering() {
        return offering;
    }

    /**
     * The interface through which it is called.
     *
     * @throws IllegalStateException where only a whiteboard calls it
     */
    public Class<?> contract() {
        return contract.orElseThrow(() -> new IllegalStateException(resource + " has no service of its own"));
    }

    /**
     * Asks a question of a service.
     *
     * @throws IllegalStateException where it is not asked
     */
    public Answer<?> ask(Object service, int question) {
        return inquiry().ask(service, question);
    }

    /** Whether a value can be an answer to the question, whatever the version. */
    boolean plausible(int question, Object value) {
        return inquiry().plausible().test(question, value);
    }

    /** Whether one version gives the same answer to the same question each time. */
    boolean repeats() {
        return inquiry().repeats();
    }

    private Inquiry<?> inquiry() {
        return inquiry.orElseThrow(() -> new IllegalStateException(resource + " is not asked anything"));
    }

    private static boolean isList(Object value, int most) {
        return value instanceof List<?> list && !list.isEmpty() && list.size() <= most;
    }

    private static boolean isText(Object value, String... pieces) {
        return value instanceof String text && Arrays.stream(pieces).allMatch(text::contains);
    }
}
