package org.understudy.newsroom.demo.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Sender;

/** A resource of Newsroom, what it offers and, where that is a service of its own, what the demo asks it. */
public enum Part {
    STORE("store", Offering.SERVICE, Inquiries.STORE),
    RENDERER("renderer", Offering.SERVICE, Inquiries.RENDERER),
    THEME("theme", Offering.SERVICE, Inquiries.THEME),
    FEED("feed", Offering.SERVICE, Inquiries.FEED),
    ANALYTICS("analytics", Offering.SERVICE, Inquiries.ANALYTICS),
    PAGE("page", Offering.SERVLET),
    STAMP("stamp", Offering.FILTER),
    LIVE("live", Offering.ASYNC_SERVLET),
    READERSHIP("readership", Offering.EVENT_HANDLER),
    DESK("desk", Offering.COMMAND),
    ARCHIVIST("archivist", Offering.NO_SERVICE),
    BEACON("beacon", Offering.RESTART, Inquiries.BEACON),
    QR("qr", Offering.RARE_SERVICE, Inquiries.QR),
    PDF("pdf", Offering.RARE_SERVICE, Inquiries.PDF),
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
}
