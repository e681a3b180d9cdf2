package org.understudy.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures the calls into one generation.
 *
 * <p>All calls are counted and all failures: exceptions that leave the service, stages that complete with one (but for
 * being cancelled, which is what callers do) and responses with a status from 500 on. All calls are timed, or one in so
 * many; which these are has nothing to do with any rhythm that the calls may have. Whoever watches says how many, by the
 * rate of calls. In between, and where nobody watches, the meter times ever fewer by itself. A call that returns a stage
 * is timed until it returns.
 *
 * <p>Keeps nothing of the version alive. Safe for use by many threads; {@link #drain} is for one.
 */
public final class Meter {
    /** The most latencies that can be waiting to be drained. */
    public static final int CAPACITY = Latencies.CAPACITY;

    /** After so many latencies without a drain only half as many are taken. */
    static final int PATIENCE = 256;

    /** Multiples of it are spread evenly over all numbers, and so are every second, every third ... of them. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long STAMP = 15; // the bits of a mark that hold a stamp, where the ticket is shared

    private static final VarHandle LIMIT;

    static {
        try {
            LIMIT = MethodHandles.lookup().findVarHandle(Meter.class, "limit", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Cells cells;
    private final Outstanding outstanding;
    private final Map<String, Long> failuresBefore;
    private final Latencies latencies = new Latencies();

    /** A call is timed whose number times {@link #GOLDEN} is at most this; read and written opaquely. */
    private long limit = Long.MAX_VALUE;

    Meter(Cells cells, Outstanding outstanding) {
        this.cells = cells;
        this.outstanding = outstanding;
        this.failuresBefore = outstanding.failures().counts();
    }

    /** Takes the reading. */
    public Reading read() {
        long calls = 0;
        long inside = outstanding.count();
        long oldest = 0;
        for (int ticket = 0; ticket < Tickets.COUNT; ticket++) {
            calls += cells.calls(ticket);
            inside += cells.inside(ticket);
            oldest = Math.max(oldest, cells.oldest(ticket));
        }
        return new Reading(calls, failures(), inside, oldest);
    }

    /**
     * Takes the latencies of the calls that were timed since the last time and did not fail, in nanoseconds, in the order
     * of their ends as far as threads that end at the same time have one. What does not fit is left for the next time.
     * Where nobody comes, only the latest {@value #CAPACITY} are kept.
     *
     * @return how many were taken
     */
    public int drain(long[] into) {
        return latencies.drain(into);
    }

    /**
     * The name of an error that came out of the generation and after which nobody can rely on its version: an
     * {@link OutOfMemoryError}, {@link StackOverflowError} or other {@link VirtualMachineError}, or a
     * {@link LinkageError}. It may have begun in another version that this one has called.
     */
    public Optional<String> fatal() {
        return failures().keySet().stream()
                .filter(outstanding.failures()::isFatal)
                .findFirst();
    }

    /**
     * From now on times one call in so many, or nearly so.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public void timeOneIn(long calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("one call in " + calls + " cannot be timed: at least 1");
        }
        LIMIT.setOpaque(this, calls == 1 ? Long.MAX_VALUE : Long.MIN_VALUE + Long.divideUnsigned(-1L, calls));
    }

    /** A call was admitted; returns its mark. */
    long begin(int ticket) {
        boolean timed = cells.number(ticket) * GOLDEN <= (long) LIMIT.getOpaque(this);
        return timed || !Tickets.isOwn(ticket) ? mark(ticket, timed) : 0;
    }

    /** Apart, so that what most calls go through stays small enough for the compiler to make one piece of it. */
    private long mark(int ticket, boolean timed) {
        long now = timed ? System.nanoTime() : 0;
        if (Tickets.isOwn(ticket)) {
            return now | 1;
        }
        return now & ~STAMP | cells.stamp(ticket);
    }

    /** The call with this mark, which is not zero, ends well. */
    void end(int ticket, long mark) {
        forget(ticket, mark);
        long began = Tickets.isOwn(ticket) ? mark : mark & ~STAMP;
        if (began != 0) {
            long sinceDrain = latencies.add(Math.max(0, System.nanoTime() - began));
            if (sinceDrain % PATIENCE == 0) {
                timeHalf();
            }
        }
    }

    private void timeHalf() {
        long now = (long) LIMIT.getOpaque(this);
        LIMIT.setOpaque(this, Long.MIN_VALUE + (now - Long.MIN_VALUE >>> 1));
    }

    /** The call with this mark, which is not zero, ends, and it is not told how long it took. */
    void forget(int ticket, long mark) {
        if (!Tickets.isOwn(ticket)) {
            cells.unstamp(ticket, (int) (mark & STAMP));
        }
    }

    private Map<String, Long> failures() {
        Map<String, Long> since = new TreeMap<>();
        outstanding.failures().counts().forEach((type, count) -> {
            long fresh = count - failuresBefore.getOrDefault(type, 0L);
            if (fresh > 0) {
                since.put(type, fresh);
            }
        });
        return since;
    }
}
