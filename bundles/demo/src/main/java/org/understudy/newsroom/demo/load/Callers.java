package org.understudy.newsroom.demo.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.understudy.newsroom.demo.check.Beats;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.holder.Grips;
import org.understudy.newsroom.demo.holder.Kind;

/** The service calls: four threads that together keep the stated rate, and one that watches for calls that hang. */
public final class Callers implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Rate rate;
    private final List<Grips> grips = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Thread watch = Threads.daemon("demo-caller-watch", this::watch);
    private final long startNanos = System.nanoTime();
    private volatile boolean over;
    private volatile long endNanos;

    /** Takes hold of everything and begins. */
    public Callers(Supplier<Grips> holding, UsageReplay usage, Rate rate, Checks checks, Witness witness) {
        this.rate = rate;
        double interval = 1e9 * THREADS / rate.perSecond();
        for (int i = 0; i < THREADS; i++) {
            Grips own = holding.get();
            grips.add(own);
            Pace pace = new Pace(startNanos + (long) (interval * i / THREADS), interval);
            callers.add(new Caller(
                    "demo-caller-" + (i + 1),
                    own,
                    usage,
                    (long) i * usage.events() / THREADS,
                    pace,
                    rate,
                    checks,
                    witness));
        }
        callers.forEach(Caller::start);
        watch.start();
    }

    /** When each caller last got good answers. */
    public List<Beats> beats() {
        return callers.stream().map(Caller::beats).toList();
    }

    /** All calls so far. */
    public long total() {
        return sum(t -> {
            long sum = 0;
            for (Mark mark : Mark.values()) {
                sum += count(t, mark);
            }
            return sum;
        });
    }

    /** How many calls came to this. */
    public long count(Mark mark) {
        return sum(t -> count(t, mark));
    }

    /** How many calls of this kind of holder came to this. */
    public long count(Kind kind, Mark mark) {
        return sum(t -> t.count(kind, mark));
    }

    /** How many calls to this part came to this. */
    public long count(Part part, Mark mark) {
        return sum(t -> t.count(part, mark));
    }

    /** How many calls began in the window of a swap. */
    public long inWindows() {
        return sum(Tally::inWindows);
    }

    /** The rate that was reached over the whole run; read it when the load has ended. */
    public double perSecond() {
        return total() * 1e9 / (endNanos - startNanos);
    }

    /** Percentiles of the latency from the intended start, apart for quiet times and windows; read them at the end. */
    public Map<String, Map<String, Double>> latency() {
        Histogram quiet = Latencies.empty();
        Histogram swapping = Latencies.empty();
        for (Caller caller : callers) {
            quiet.add(caller.tally().quiet());
            swapping.add(caller.tally().swapping());
        }
        Map<String, Map<String, Double>> result = new LinkedHashMap<>();
        result.put("quiet", Latencies.millis(quiet));
        result.put("inSwapWindows", Latencies.millis(swapping));
        return result;
    }

    /** Ends the load; calls under way are waited for as long as they may take, and fail then. */
    @Override
    public void close() {
        callers.forEach(Caller::stop);
        endNanos = System.nanoTime();
        try {
            for (Caller caller : callers) {
                caller.join(rate.timeout().toMillis() + 1000);
            }
            over = true;
            watch.join();
        } catch (InterruptedException e) {
            over = true;
            Thread.currentThread().interrupt();
        }
        grips.forEach(Grips::close);
    }

    private void watch() {
        while (!over) {
            LockSupport.parkNanos(WATCH_NANOS);
            long now = System.nanoTime();
            callers.forEach(c -> c.failOverdue(now));
        }
    }

    private long sum(ToLongFunction<Tally> count) {
        return callers.stream().mapToLong(c -> count.applyAsLong(c.tally())).sum();
    }

    private static long count(Tally tally, Mark mark) {
        long sum = 0;
        for (Kind kind : Kind.values()) {
            sum += tally.count(kind, mark);
        }
        return sum;
    }
}
