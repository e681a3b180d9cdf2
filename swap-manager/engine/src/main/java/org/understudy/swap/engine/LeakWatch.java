package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;

/**
 * Has the log say, once each, which versions are off stage for good and still loaded because somebody holds them. Looks
 * after swaps, as long as there is something to wait for; nothing is collected for it. Safe for use by many threads.
 */
final class LeakWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);

    private final GenerationWatch watch;
    private final Function<GenerationWatch.Entry, GenerationStatus.Use> use;
    private final ScheduledExecutorService housekeeper;
    private final Duration grace;
    private final AtomicBoolean looking = new AtomicBoolean();

    /**
     * Creates one.
     *
     * @param grace how long what has ended may take to be let go of, and the time between two looks
     */
    LeakWatch(
            GenerationWatch watch,
            Function<GenerationWatch.Entry, GenerationStatus.Use> use,
            ScheduledExecutorService housekeeper,
            Duration grace) {
        this.watch = watch;
        this.use = use;
        this.housekeeper = housekeeper;
        this.grace = grace;
    }

    /** Something may have retired: that is looked at from now on. */
    void begin() {
        if (looking.compareAndSet(false, true)) {
            lookLater();
        }
    }

    private void lookLater() {
        try {
            housekeeper.schedule(this::look, grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the swap-manager is going down, nothing is looked for any more");
        }
    }

    private void look() {
        try {
            looking.set(false); // what retires from here on asks for another look
            if (watch.tellLeaks(use, grace, LeakWatch::tell)) {
                begin();
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("who holds retired versions could not be found out", e);
        }
    }

    private static void tell(GenerationWatch.Entry entry, List<Holder> holders) {
        LOG.warn(
                "{} {}, which was in slot {}, is off stage for good and still loaded: {}",
                entry.resource(),
                entry.version(),
                entry.side(),
                inWords(holders));
    }

    private static String inWords(List<Holder> holders) {
        return holders.isEmpty()
                ? "it is held by something that cannot be found from outside, such as a static or an object of another bundle"
                : "it is held by " + holders.stream().map(Holder::inWords).collect(Collectors.joining(", "));
    }
}
