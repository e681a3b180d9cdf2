package org.understudy.swap.monitor;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.CoarseClock;
import org.understudy.dispatch.Meter;
import org.understudy.monitor.GenerationFigures;
import org.understudy.monitor.ProcessSample;
import org.understudy.monitor.RuntimeMonitor;

/**
 * Looks at the process and at the generations a few times a second: at each tick it advances the coarse clock by which
 * calls are stamped, reads and drains the meters, tells the spans, and says how many calls are timed from now on.
 *
 * <p>What is on stage it finds by itself, and watches it until the last call has left. Whoever wants more asks for the
 * {@link Watch}. Safe for use by many threads.
 */
public final class Monitor implements RuntimeMonitor, AutoCloseable {
    /** Often enough for a judge that decides in seconds. */
    public static final Duration TICK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

    private final Supplier<? extends ProcessSignals> making;
    private final Supplier<? extends Collection<Source>> stage;
    private final LongSupplier clock;
    private final Map<Meter, Watch> watches = new HashMap<>();
    private final List<Function<Source, Watch.Listener>> attendants = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService ticker;
    private ProcessSignals signals;
    private volatile ProcessSample process = ProcessSample.UNKNOWN;

    /**
     * Creates a monitor that does not tick yet.
     *
     * @param signals makes what tells of the process, at the first tick, because that takes its time
     * @param stage what is on stage at the moment; must not throw, nor wait for whoever calls this
     * @param clock nanoseconds, like {@link System#nanoTime}
     */
    public Monitor(
            Supplier<? extends ProcessSignals> signals,
            Supplier<? extends Collection<Source>> stage,
            LongSupplier clock) {
        this.making = signals;
        this.stage = stage;
        this.clock = clock;
        this.ticker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "understudy: monitor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has every watch that begins from now on told to what this gives for it. */
    public void attend(Function<Source, Watch.Listener> attendant) {
        attendants.add(attendant);
    }

    /** Has it tick from now on. */
    public void start(Duration every) {
        CoarseClock.advance();
        ticker.scheduleWithFixedDelay(this::tickOn, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tickOn() {
        try {
            tick();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the monitor missed a tick", e);
        }
    }

    /** Looks once. */
    void tick() {
        CoarseClock.advance();
        ProcessSample sample = signals().sample();
        process = sample;
        attend().forEach(watch -> watch.tick(clock.getAsLong(), sample));
        leave();
    }

    private synchronized ProcessSignals signals() {
        if (signals == null) {
            signals = making.get();
        }
        return signals;
    }

    private synchronized List<Watch> attend() {
        Collection<Source> onStage = stage.get();
        onStage.forEach(this::watch);
        Set<Meter> shown = onStage.stream().map(Source::meter).collect(Collectors.toSet());
        watches.forEach((meter, watch) -> watch.onStage(shown.contains(meter)));
        return watches.values().stream().filter(watch -> !watch.closed()).toList();
    }

    /** After the tick, so that the last span of a generation has its last calls. */
    private synchronized void leave() {
        watches.values().removeIf(watch -> {
            if (watch.over()) {
                watch.close();
            }
            return watch.closed();
        });
    }

    /**
     * The watch over a generation: the one there is, or a new one that begins now. It ends when the generation has been
     * on stage and its last call has left, or when it is closed.
     */
    public synchronized Watch watch(Source source) {
        return watches.computeIfAbsent(source.meter(), meter -> {
            Watch begun = new Watch(source, clock.getAsLong());
            attendants.forEach(attendant -> begun.listen(attendant.apply(source)));
            return begun;
        });
    }

    /**
     * Watches a generation that is on stage: the watch ends like those of what is found there, even if the generation
     * leaves before the next tick.
     */
    public synchronized void enters(Source source) {
        watch(source).onStage(true);
    }

    @Override
    public ProcessSample process() {
        return process;
    }

    @Override
    public synchronized List<GenerationFigures> generations() {
        return watches.values().stream()
                .filter(watch -> !watch.closed())
                .map(Watch::latest)
                .sorted(Comparator.comparing(GenerationFigures::resource).thenComparing(GenerationFigures::onStage))
                .toList();
    }

    /** Ends the ticking and all watches. */
    @Override
    public void close() {
        ticker.shutdownNow();
        synchronized (this) {
            if (signals != null) {
                signals.close();
            }
            watches.values().forEach(Watch::close);
            watches.clear();
        }
    }
}
