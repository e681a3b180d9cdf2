package org.understudy.newsroom.demo.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.Sender;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.check.Part;

/**
 * All load beside the service calls, for each kind of thing that a resource can offer: requests, events, commands,
 * calls to what is restarted, messages within a group, calls to what is rarely needed.
 */
public final class Loads implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** The requests that are sent. */
    private static final Rate EVENTS = new Rate(200, TIMEOUT);

    private static final Rate COMMANDS = new Rate(10, TIMEOUT);
    private static final Rate RESTARTED = new Rate(40, TIMEOUT);
    private static final Rate MESSAGES = new Rate(200, TIMEOUT);
    private static final Rate WRITES = new Rate(20, TIMEOUT);
    private static final Rate RARE = new Rate(2, TIMEOUT);

    /** What is called here, apart from the services that are called all the time. */
    public static final List<Offering> OFFERINGS = Arrays.stream(Offering.values())
            .filter(o -> o != Offering.SERVICE && o != Offering.NO_SERVICE)
            .toList();

    private final Counts counts = new Counts();
    private final HttpLoad http;
    private final EventLoad events;
    private final GroupErrand messages;
    private final StateLoad state;
    private final Map<Part, SideLoad> others = new EnumMap<>(Part.class);

    /**
     * Begins.
     *
     * @param requests how many pages a second
     * @param site the pages to ask for
     * @param services the service of each part that is called through one
     */
    public Loads(
            BundleContext context,
            CommandProcessor shell,
            Rate requests,
            Pages site,
            Map<Part, Object> services,
            UsageReplay usage,
            Checks checks) {
        messages = new GroupErrand((Sender) services.get(Part.SENDER), (Receiver) services.get(Part.RECEIVER), checks);
        events = new EventLoad(context, EVENTS, checks);
        state = new StateLoad(context, site, WRITES, checks);
        http = new HttpLoad(site, usage, requests, checks, counts);
        begin(Part.DESK, COMMANDS, new CommandErrand(shell, checks), checks);
        begin(Part.SENDER, MESSAGES, messages, checks);
        Part.offering(Offering.RESTART).forEach(p -> ask(p, RESTARTED, services, checks));
        Part.offering(Offering.RARE_SERVICE).forEach(p -> ask(p, RARE, services, checks));
    }

    private void ask(Part part, Rate rate, Map<Part, Object> services, Checks checks) {
        begin(part, rate, new InquiryErrand(part, services.get(part), checks), checks);
    }

    private void begin(Part part, Rate rate, Errand errand, Checks checks) {
        others.put(part, new SideLoad(part, rate, errand, counts, checks.failures()));
    }

    /** The requests. */
    public HttpLoad http() {
        return http;
    }

    /** How the events ended; complete when the load has ended. */
    public EventBook.Balance events() {
        return events.book().balance();
    }

    /** What became of what was written into the guestbook; complete when the load has ended. */
    public StateBook.Balance state() {
        return state.balance();
    }

    /** How many writes into the guestbook came to this. */
    public long writes(Mark mark) {
        return state.count(mark);
    }

    /** How many calls to what offers this came to that; complete when the load has ended. */
    public long count(Offering offering, Mark mark) {
        return offering == Offering.EVENT_HANDLER ? events(mark) : counts.count(offering, mark);
    }

    /** How many calls failed or were stale so far that are neither requests nor events. */
    public long othersFailed() {
        return others.keySet().stream()
                .map(Part::offering)
                .mapToLong(o -> counts.count(o, Mark.FAILED) + counts.count(o, Mark.STALE))
                .sum();
    }

    /** How many messages came upon a receiver that was newer than the sender they were from, and could not read them. */
    public long straddling() {
        return messages.straddling();
    }

    /** The longest call to something that is restarted, milliseconds. */
    public double longestHeldMillis() {
        return Part.offering(Offering.RESTART)
                .mapToDouble(part -> others.get(part).longestMillis())
                .max()
                .orElse(0);
    }

    private long events(Mark mark) {
        EventBook.Balance balance = events();
        return switch (mark) {
            case GOOD -> balance.good();
            case STALE -> balance.stale();
            case FAILED -> balance.failed();
            case FAULT -> 0;
        };
    }

    /** Ends all of it; what is under way is waited for as long as it may take. */
    @Override
    public void close() {
        http.close();
        List.copyOf(others.values()).forEach(SideLoad::close);
        state.close();
        events.close();
        messages.close();
    }
}
