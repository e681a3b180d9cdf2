package org.understudy.swap.monitor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Meter;
import org.understudy.dispatch.Reading;
import org.understudy.monitor.GenerationFigures;
import org.understudy.monitor.ProcessSample;

/**
 * The watch over one generation, until it is closed. Keeps the meter and nothing else of the generation, and lets go of
 * that too when it is closed. Safe for use by many threads; only the monitor ticks it.
 */
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Source source;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final long[] drained = new long[Meter.CAPACITY];
    private final Pace pace;
    private final LatencyWindow latencies;
    private long lastNanos;
    private Reading last;
    private long oneIn = 1;
    private long toldAhead;
    private boolean wasOnStage;
    private boolean onStage;
    private volatile boolean closed;
    private volatile GenerationFigures figures;

    /** Is told of each span, on the monitor's thread: has to be quick. */
    @FunctionalInterface
    public interface Listener {
        /** A span is over. What this throws is logged. */
        void span(Span span);
    }

    Watch(Source source, long nanos) {
        this.source = source;
        this.lastNanos = nanos;
        this.last = source.meter().read();
        this.pace = new Pace(nanos, last.calls());
        this.latencies = new LatencyWindow(nanos);
        this.figures = figures();
    }

    /** Tells each span from now on; what is returned ends that. */
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The figures of the latest tick. */
    public GenerationFigures latest() {
        return figures;
    }

    /** Ends it. The last span that was told is the last. */
    @Override
    public void close() {
        closed = true;
        listeners.clear();
    }

    boolean closed() {
        return closed;
    }

    Source source() {
        return source;
    }

    void onStage(boolean is) {
        onStage = is;
        wasOnStage |= is;
    }

    /** Whether at the latest tick nobody was inside who could be followed by another. */
    boolean over() {
        return wasOnStage && !onStage && last.inside() == 0;
    }

    void tick(long nanos, ProcessSample process) {
        Reading read = source.meter().read();
        long calls = Math.max(read.calls(), last.calls()); // a call that just backs off is counted for a moment
        Span span = span(read, calls - last.calls(), nanos, process);
        latencies.add(span.latencies(), oneIn, nanos);
        pace.count(nanos, calls);
        oneIn = Sampling.oneIn(rate(span));
        source.meter().timeOneIn(oneIn);
        last = new Reading(calls, read.failures(), read.inside(), read.oldestNanos());
        lastNanos = nanos;
        figures = figures();
        listeners.forEach(listener -> tell(listener, span));
    }

    private Span span(Reading read, long calls, long nanos, ProcessSample process) {
        Map<String, Long> failures = new HashMap<>();
        read.failures().forEach((type, count) -> {
            long fresh = count - last.failures().getOrDefault(type, 0L);
            if (fresh > 0) {
                failures.put(type, fresh);
            }
        });
        return new Span(
                source.resource(),
                source.version(),
                lastNanos,
                nanos,
                told(
                        calls,
                        failures.values().stream().mapToLong(Long::longValue).sum()),
                failures,
                Arrays.copyOf(drained, source.meter().drain(drained)),
                read.inside(),
                read.oldestNanos(),
                source.meter().fatal(),
                process);
    }

    /**
     * As many calls as have left, but never fewer than have failed: a failure is counted a moment before its call has left,
     * and one of a stage long after. What is told too much is left out of what comes.
     */
    private long told(long calls, long failed) {
        long fresh = Math.max(failed, calls - toldAhead);
        toldAhead = fresh - (calls - toldAhead);
        return fresh;
    }

    private static double rate(Span span) {
        long nanos = span.endedNanos() - span.beganNanos();
        return nanos == 0 ? 0 : span.calls() * 1e9 / nanos;
    }

    private void tell(Listener listener, Span span) {
        try {
            listener.span(span);
        } catch (RuntimeException e) {
            LOG.error("a listener to {} {} failed", source.resource(), source.version(), e);
        }
    }

    private GenerationFigures figures() {
        return new GenerationFigures(
                source.resource(),
                source.version(),
                onStage,
                last.calls(),
                pace.perSecond(),
                last.failures(),
                latencies.summary(),
                last.inside(),
                last.oldestNanos() / 1e6,
                source.meter().fatal());
    }
}
